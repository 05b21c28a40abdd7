import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Answer, giving, localServer } from '../support/misbehaving-server.ts'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const RSS = `<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Acme Engineering Blog</title><link>https://acme.example/</link>
<item><title>Moving to Postgres</title><link>https://acme.example/pg</link><pubDate>Tue, 12 May 2026 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Acme moved its ledger to Postgres. A connection pool ran out.&lt;/p&gt;</description></item></channel></rss>`
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Globex</title>
<entry><title>A lock in the planner</title><link href="/lock"/><id>x</id><updated>2026-05-13T08:00:00Z</updated>
<content type="html">&lt;p&gt;Globex found lock contention in ClickHouse.&lt;/p&gt;</content></entry></feed>`
const broken: Answer = (_, response) => response.writeHead(500).end('oops')

async function blog() {
  return localServer({
    '/': giving(
      '<!doctype html><title>Blog</title><link rel="alternate" type="application/rss+xml" href="/acme.xml"><link rel="alternate" type="application/atom+xml" href="/globex.xml"><h1>Our blog</h1>',
      { 'content-type': 'text/html' },
    ),
    '/acme.xml': giving(RSS, { 'content-type': 'application/rss+xml' }),
    '/globex.xml': giving(ATOM, { 'content-type': 'application/atom+xml' }),
    '/broken.xml': (request, response, visit) => broken(request, response, visit),
  })
}

describe('a local blog', () => {
  it('with three feeds, one of them broken, builds in one command', async () => {
    const { origin } = await blog()
    const folder = temporaryFolder()
    const { stderr, status } = await runCli(
      ['build', `${origin}/acme.xml`, `${origin}/broken.xml`, `${origin}/globex.xml`, '-o', 'out'],
      { cwd: folder, env: { THROUGHLINE_CACHE: join(folder, 'cache') } },
    )
    expect(stderr).toMatch(/broken\.xml: cannot be fetched: the server failed \(HTTP 500\) \(/)
    // A named input failed
    expect(status).toBe(1)
    const lines = readFileSync(join(folder, 'out', 'entries.jsonl'), 'utf8')
      .trim()
      .split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { title: 'Moving to Postgres', byline: ['Acme'], date: '2026-05-12', url: 'https://acme.example/pg' },
      { title: 'A lock in the planner', byline: ['Globex'], date: '2026-05-13', url: `${origin}/lock` },
    ])
  })

  it('given as an OPML list: the feed that fails is warned of', async () => {
    const { origin } = await blog()
    const outlines = ['acme', 'broken', 'globex'].map((name) => `<outline type="rss" xmlUrl="${origin}/${name}.xml"/>`)
    const folder = temporaryFolder({ 'list.opml': `<opml version="2.0"><body>${outlines.join('')}</body></opml>` })
    const { stdout, stderr, status } = await runCli(['extract', 'list.opml'], {
      cwd: folder,
      env: { THROUGHLINE_CACHE: join(folder, 'cache') },
    })
    expect(status).toBe(0)
    expect(stderr).toMatch(/warning: .*broken\.xml: cannot be fetched/)
    expect(stdout.trim().split('\n')).toHaveLength(2)
  })

  it('given as its front page: the feeds that it announces are read', async () => {
    const { origin } = await blog()
    const folder = temporaryFolder()
    const { stdout, status } = await runCli(['extract', `${origin}/`], {
      cwd: folder,
      env: { THROUGHLINE_CACHE: join(folder, 'cache') },
    })
    expect(status).toBe(0)
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['acme#0', 'globex#0'])
  })
})
