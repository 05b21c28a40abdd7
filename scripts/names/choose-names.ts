import { isCommonWord } from '../../src/extract/names/common-words.ts'
import { foldName } from '../../src/extract/names/fold-name.ts'
import { isNoName } from '../../src/extract/names/not-names.ts'
import type { GeneratedName, Ontology } from '../../src/model/index.ts'
import type { ListedName } from './read-lists.ts'

/** Read by hand in the lists: words of the trade that they hold for brands. */
const TRAPS = new Set([
  'llm api',
  'apache',
  'shell',
  'just',
  'make',
  'refine',
  'polar',
  'composer',
  'new api',
  'simple icons',
])

/** Names of one or two letters that are believed; others of that length are mostly initials. */
const SHORT = new Set(['R', 'C', 'D', 'Go', 'V', 'F#', 'C#', 'J', 'Qt', 'Nx'])

/**
 * Joins the lists and keeps what is safe to match:
 * - a name that the curated files have in any spelling is left out: they know it better;
 * - one everyday English word needs two lists, and is marked `common` below three (it then needs more than a capital);
 *   so is one plain word that a single list has, for many are given names and family names;
 * - several everyday words ("Change Detection") need two lists;
 * - a name that starts with a firm's ("Google Fonts") is a technology of that firm;
 * - one or two letters, bare numbers, stop names, and names with "/" or "(" are left out.
 *
 * The number of lists that hold a name is its best measure of trust. Sorted by folded name; lists in the order given.
 */
export function chooseNames(listed: readonly ListedName[], curated: Ontology): GeneratedName[] {
  const known = new Set(curated.stopNames.map(foldName))
  const companies = new Map<string, string>()
  for (const record of [...curated.companies, ...curated.technologies]) {
    for (const name of [record.name, ...(record.aliases ?? []), record.id]) known.add(keyOf(name))
  }
  for (const { id, name, aliases = [] } of curated.companies) {
    for (const spelling of [id, name, ...aliases]) companies.set(keyOf(spelling), id)
  }
  const groups = new Map<string, ListedName[]>()
  for (const each of listed) {
    const group = groups.get(keyOf(each.name))
    if (group === undefined) groups.set(keyOf(each.name), [each])
    else group.push(each)
  }
  const chosen: GeneratedName[] = []
  for (const [key, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (key === '' || known.has(key)) continue
    const name = joinNames(group, known, companies)
    if (name !== null) chosen.push(name)
  }
  return chosen
}

/** Spellings that differ only in case, blanks, hyphens and dots are one: "Node.js", "NodeJS", "nodejs". */
function keyOf(name: string): string {
  return foldName(name).replace(/[^\p{L}\p{N}+#]/gu, '')
}

function joinNames(
  group: ListedName[],
  known: ReadonlySet<string>,
  companies: ReadonlyMap<string, string>,
): GeneratedName | null {
  const first = group[0]!
  const { name } = first
  const sources = [...new Set(group.map(({ source }) => source))]
  if (isTrap(name)) return null
  const words = name.toLowerCase().split(/[^\p{L}\p{N}']+/u)
  const isWord = words.length === 1 && isCommonWord(words[0]!)
  if (isEveryday(name) && sources.length < 2) return null
  const owners = [...group.map((each) => each.vendor ?? ''), words.length > 1 ? words[0]! : '']
  const vendor = owners.map((owner) => companies.get(keyOf(owner))).find((id) => id !== undefined)
  // A list of technologies is surer than a list of logos.
  const isTechnology = vendor !== undefined || group.some((each) => each.type === 'technology')
  const type = isTechnology ? 'technology' : 'company'
  const kind = group.find((each) => each.type === type && each.kind !== undefined)?.kind
  const domain = group.find((each) => each.domain !== undefined)?.domain
  const key = keyOf(name)
  const aliases = [...new Set(group.flatMap((each) => [each.name, ...(each.aliases ?? [])]))].filter(
    (alias) =>
      alias !== name && !isTrap(alias) && !isEveryday(alias) && (keyOf(alias) === key || !known.has(keyOf(alias))),
  )
  return {
    name,
    type,
    sources,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(type === 'company' && domain !== undefined ? { domain } : {}),
    ...(vendor === undefined || type === 'company' ? {} : { vendor }),
    ...(kind === undefined ? {} : { kind }),
    popularity: isWord
      ? sources.length < 3
        ? 'common'
        : 'rare'
      : isPlainWord(name) && sources.length < 2
        ? 'common'
        : 'rare',
  }
}

function isEveryday(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}']+/u)
    .every((word) => word === '' || isCommonWord(word))
}

/** "Alfred", "Bentley": a capital and small letters, as people's names are written. */
const isPlainWord = (name: string) => /^\p{Lu}\p{Ll}+$/u.test(name)

function isTrap(name: string): boolean {
  if (/[/()"<>\\]/.test(name) || !/\p{Script=Latin}/u.test(name) || name.length > 60) return true
  if ([...name].length <= 2 && !SHORT.has(name)) return true
  if (/^[\d\W]+$/.test(name)) return true
  return TRAPS.has(name.toLowerCase()) || isNoName(name.toLowerCase())
}
