import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOntologyFolder } from '../../src/io/load-ontology.ts'
import { compileOntology, mergeOntology } from '../../src/ontology/index.ts'

const folder = join(import.meta.dirname, '..', '..', 'data', 'ontology')
const { ontology, diagnostics } = compileOntology(readOntologyFolder(folder))
const companies = new Map(ontology.companies.map((company) => [company.id, company]))
const technologies = new Map(ontology.technologies.map((technology) => [technology.id, technology]))

/** Case, accents and separators folded: what a reader takes for the same name. */
const fold = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .trim()

describe('the shipped ontology', () => {
  it('compiles without a diagnostic', () => {
    expect(diagnostics).toEqual([])
  })

  it('knows at least 600 companies and 1,200 technologies', () => {
    expect(ontology.companies.length).toBeGreaterThanOrEqual(600)
    expect(ontology.technologies.length).toBeGreaterThanOrEqual(1200)
  })

  it('names only records that exist as vendor, parent and whole', () => {
    const dangling = [
      ...ontology.companies.filter(({ parent }) => parent !== undefined && !companies.has(parent)),
      ...ontology.technologies.filter(({ vendor }) => vendor !== undefined && !companies.has(vendor)),
      ...ontology.technologies.filter(({ partOf }) => partOf !== undefined && !technologies.has(partOf)),
    ]
    expect(dangling.map(({ id }) => id)).toEqual([])
  })

  it('makes nothing its own parent, over any number of steps', () => {
    const circular = ontology.companies.filter(({ id, parent }) => {
      const seen = new Set([id])
      for (let at = parent; at !== undefined; at = companies.get(at)?.parent) {
        if (seen.has(at)) return true
        seen.add(at)
      }
      return false
    })
    expect(circular.map(({ id }) => id)).toEqual([])
  })

  it('gives no spelling to two records, unless it is ambiguous for all of them but one', () => {
    const holders = new Map<string, { id: string; name: string; exact: boolean }[]>()
    for (const record of [...ontology.companies, ...ontology.technologies]) {
      const type = companies.get(record.id) === record ? 'company' : 'technology'
      for (const name of new Set([record.name, ...(record.aliases ?? [])])) {
        if (record.ambiguous?.includes(name) === true) continue
        const exact = record.exact?.includes(name) === true
        holders.set(fold(name), [...(holders.get(fold(name)) ?? []), { id: `${type}:${record.id}`, name, exact }])
      }
    }
    // "React" and "ReAct" are two, as both are matched with their letter case.
    const shared = [...holders.values()].filter((held) =>
      held.some((a) => held.some((b) => a.id !== b.id && !(a.exact && b.exact && a.name !== b.name))),
    )
    expect(shared).toEqual([])
  })

  it('lists as ambiguous or exact only spellings that the record has', () => {
    const strange = [...ontology.companies, ...ontology.technologies].flatMap((record) => {
      const own = new Set([record.name, ...(record.aliases ?? [])])
      return [...(record.ambiguous ?? []), ...(record.exact ?? [])]
        .filter((name) => !own.has(name))
        .map((name) => `${record.id}: ${name}`)
    })
    expect(strange).toEqual([])
  })

  it('writes context words as they are compared: single words in lower case', () => {
    const words = [...ontology.companies, ...ontology.technologies].flatMap(({ context = [] }) => context)
    expect(words.filter((word) => !/^[\p{Ll}\p{N}']+$/u.test(word))).toEqual([])
    expect(words.length).toBeGreaterThan(500)
  })

  it('gives each domain to one company', () => {
    const owners = new Map<string, string[]>()
    for (const { id, domains = [] } of ontology.companies) {
      for (const domain of domains) owners.set(domain, [...(owners.get(domain) ?? []), id])
    }
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([])
  })

  it.each([
    ['Amazon', 'amazon-web-services'],
    ['AWS Professional Services', 'amazon-web-services'],
    ['Microsoft Research', 'microsoft'],
    ['Google DeepMind', 'google'],
    ['Facebook', 'meta'],
    ['Big 4', 'big-four'],
    ['O’Reilly', 'oreilly'],
  ])('takes %s for %s', (spelling, id) => {
    const holders = ontology.companies.filter(({ name, aliases = [] }) => [name, ...aliases].includes(spelling))
    expect(holders.map((company) => company.id)).toEqual([id])
  })

  it.each(['infoq', 'bytebytego', 'oreilly', 'the-batch', 'qcon'])('holds %s for a publisher', (id) => {
    expect(companies.get(id)?.publisher).toBe(true)
  })

  it.each(['github', 'cloudflare', 'netflix', 'stripe'])('does not hold %s for a publisher', (id) => {
    expect(companies.get(id)?.publisher).toBeUndefined()
  })

  it.each(['ai', 'api', 'llm', 'cpu', 'gpu', 'ci-cd', 'sdk', 'cli', 'ui', 'json', 'http', 'markdown'])(
    'holds %s for generic',
    (id) => {
      expect(technologies.get(id)?.generic).toBe(true)
    },
  )

  it.each(['Stream', 'Sea', 'Linear', 'Block', 'Notion', 'Target', 'Ramp', 'Fidelity', 'Orange'])(
    'asks for context before it takes %s for a company',
    (spelling) => {
      const holders = ontology.companies.filter(({ ambiguous = [] }) => ambiguous.includes(spelling))
      expect(holders).toHaveLength(1)
      expect(holders[0]?.context?.length).toBeGreaterThan(0)
    },
  )
})

describe('the generated names', () => {
  it('hold nothing that the curated files have', () => {
    const curated = new Set(
      [...ontology.companies, ...ontology.technologies].flatMap(({ name, aliases = [] }) =>
        [name, ...aliases].map(fold),
      ),
    )
    expect(ontology.names.filter(({ name }) => curated.has(fold(name))).map(({ name }) => name)).toEqual([])
    expect(ontology.names.length).toBeGreaterThan(1000)
  })

  it('come each from a list with a licence', () => {
    const file = JSON.parse(readFileSync(join(folder, 'names.generated.json'), 'utf8')) as {
      sources: Record<string, { licence: string }>
    }
    const unlicensed = ontology.names.filter(({ sources }) =>
      sources.some((source) => !['MIT', 'CC0-1.0'].includes(file.sources[source]?.licence ?? '')),
    )
    expect(unlicensed).toEqual([])
    expect(ontology.names.every(({ sources }) => sources.length > 0)).toBe(true)
  })

  it('are few enough to start quickly', () => {
    expect(readFileSync(join(folder, 'names.generated.json')).byteLength).toBeLessThan(400_000)
  })
})

describe("a user's folder over the shipped ontology", () => {
  const over = (path: string, text: string) => mergeOntology(ontology, [{ path, text }])

  it('adds a company of its own', () => {
    const { ontology: merged, diagnostics: problems } = over('companies.yaml', '- {id: acme-bank, name: Acme Bank}\n')
    expect(problems).toEqual([])
    expect(merged.companies).toHaveLength(ontology.companies.length + 1)
  })

  it('renames a technology and keeps its aliases', () => {
    const { ontology: merged } = over('technologies.yaml', '- {id: kubernetes, name: Our Kubernetes}\n')
    const record = merged.technologies.find(({ id }) => id === 'kubernetes')
    expect(record?.name).toBe('Our Kubernetes')
    expect(record?.aliases).toEqual(technologies.get('kubernetes')?.aliases)
  })

  it('takes a record away', () => {
    const { ontology: merged } = over('companies.yaml', '- {id: big-four, remove: true}\n')
    expect(merged.companies.some(({ id }) => id === 'big-four')).toBe(false)
  })

  it('names file and line of what is wrong, and keeps the rest', () => {
    const { ontology: merged, diagnostics: problems } = over(
      'technologies/ours.yaml',
      '- {id: our-queue, name: Our Queue, kind: messaging}\n- {id: our-cache, name: Our Cache, kind: gadget}\n',
    )
    expect(merged.technologies).toHaveLength(ontology.technologies.length + 1)
    expect(problems).toMatchObject([{ source: 'technologies/ours.yaml', line: 2, code: 'ontology-schema' }])
  })
})
