import { describe, expect, it } from 'vitest'
import { filesOf, ROOT, read } from './sample-files.ts'

/** Digests in the series' manner, each with drifts of its own: title, companies, date, link and line of each entry. */
const EXPECTED: Record<string, [string, string, string, string | null, number][]> = {
  'chat-and-headings.md': [
    ['How Tallgrass Rebuilt Its Ledger', 'Tallgrass', '2026-06-02', 'https://tallgrass.example/ledger', 16],
    ['Why We Left Redis for a Plain Table', 'Mooring & Co. + AWS', '2026-06-02', 'https://aws.example/mooring', 23],
    [
      'Chaos Drills for Payment Rails',
      'PayRail + Stripe + Adyen + Gremlin',
      '2026-06-02',
      'https://payrail.example/chaos',
      27,
    ],
    ['Cutting CI Time by Two Thirds', 'Industry + InfoQ', '2026-06-02', 'https://infoq.example/ci', 31],
  ],
  'dashes-in-plain-text.txt': [
    ['Backpressure at the Edge', 'Fernwood Systems', '2026-06-12', null, 6],
    ['Who Watches the Watchers – and Why It Matters', 'Argus & Sons', '2026-06-12', null, 7],
    ['Inside the New Build Cache', 'Google + Bazel', '2026-06-12', null, 8],
    ['Paying Down Flags', 'Basil & Thyme', '2026-06-12', null, 9],
  ],
  'emoji-and-labels.md': [
    ['Rewriting the Scheduler in Rust', 'Fernwood', '2026-06-11', 'https://fernwood.example/rust', 8],
    ['Feature Flags Gone Wrong', 'Basil & Thyme', '2026-06-11', 'https://basil.example/flags', 13],
    ['Multi-tenant Vector Search', 'Quillon + Pinecone', '2026-06-11', 'https://quillon.example/vec', 18],
  ],
  'list-under-bold-sections.md': [
    ['A Cache That Forgets', 'Lumen', '2026-06-09', 'https://lumen.example/cache', 5],
    ['Tracing Without Sampling', 'Orbit Data + Honeycomb', '2026-06-09', 'https://orbit.example/trace', 7],
    ['The Thundering Herd, Again', 'InfoQ', '2026-06-09', 'https://infoq.example/herd', 9],
    ['Postgres at 30 TB', 'Kiln', '2026-06-09', 'https://kiln.example/pg', 11],
  ],
  'mixed-forms.md': [
    ['Leases Beat Locks', 'Delta Freight', '2026-06-15', 'https://delta.example/leases', 8],
    ['Migrating 4,000 Repos', 'GitHub', '2026-06-14', 'https://github.example/m', 11],
    ['Cell-based Architecture in Practice', 'Slack + AWS', '2026-06-15', 'https://slack.example/cells', 14],
    ['How Shopify Tests Storage', 'Shopify', '2026-06-15', 'https://shopify.example/s', 17],
    ['Vitess Now Shards Itself', 'PlanetScale', '2026-06-15', null, 20],
    ['A post on queues', 'Acme', '2026-06-15', 'https://example.org/q', 26],
    ['A post on logs', 'Globex', '2026-06-15', 'https://example.org/l', 27],
  ],
  'weekly-in-bold.md': [
    ['Cloud DNS Outage Traced to an Expired Certificate', 'Nimbus Cloud', '2026-06-01', null, 8],
    ["Snowdrift's 40-hour Migration", 'Snowdrift + Snowflake', '2026-06-01', null, 11],
    ['GPU Scheduling at Hollow Peak', 'Hollow Peak Labs', '2026-06-01', null, 14],
  ],
}

describe('digests that drift', () => {
  const files = filesOf(`${ROOT}/test/read/drifted-digests`, /\.(?:md|txt)$/)
  it('are there', () => expect(files.map(({ name }) => name).sort()).toEqual(Object.keys(EXPECTED).sort()))
  it.each(files)('$name: every entry, and nothing to report', ({ name, text }) => {
    const { entries, diagnostics } = read(name, text)
    expect(entries.map(({ title, byline, date, url, line }) => [title, byline.join(' + '), date, url, line])).toEqual(
      EXPECTED[name],
    )
    expect(diagnostics).toEqual([])
  })
})
