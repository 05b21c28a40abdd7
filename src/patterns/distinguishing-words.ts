import type { GraphView } from './graph-view.ts'

const STOP = new Set(
  `about above across actually after against allow allowing allows along also although among approach approaches around based because become been before being
   below best better between beyond both build building built cannot could deep demonstrates deployed deploying different directly does doing done down during each either enable enables engineer
   engineering engineers enough ensure ensuring entirely even every existing first forces from fully further general having heavily here high highlights highly however immediately improve
   increase inside instead into introduced introduces introducing itself just large layer leverages leveraging like limit made major make makes making managed many means more most move moves much must
   need needed needs never newly next offers often only onto other over own part platform platforms provide provides providing quickly rather real recently reduce relies rely require requires
   requiring same scale scaling several severe shift shifting shows simple simply since single specific standard still strict strictly such support system systems take team teams than that their them then there these they
   this those through thus time today together tools toward towards traditional trust under unlike until upon used user users uses using utilizing various very well were what when where whether which while
   whose will with within without work workflow workflows works would year years your`.split(/\s+/),
)

/**
 * Words that set a group of entries apart from all others, best first: log-odds with an informative Dirichlet prior
 * (Monroe, Colaresi and Quinn 2008), counted once an entry so that one wordy entry decides nothing.
 */
export function createWordContrast(view: GraphView): (rows: number[], most: number) => string[] {
  const words = view.entries.map(({ title, sentences }) => {
    const text = [title, ...sentences.filter(({ field }) => field === 'body').map((s) => s.text)].join(' ')
    const found = text.toLowerCase().match(/(?<![\w'’/.@-])[a-z][a-z-]{3,24}(?![\w/@])/g) ?? []
    return new Set(found.filter((word) => !STOP.has(word) && !word.endsWith('-')))
  })
  const all = new Map<string, number>()
  let total = 0
  for (const set of words)
    for (const word of set) {
      all.set(word, (all.get(word) ?? 0) + 1)
      total++
    }
  return (rows, most) => {
    const inside = new Map<string, number>()
    let n = 0
    for (const row of rows)
      for (const word of words[row] ?? []) {
        inside.set(word, (inside.get(word) ?? 0) + 1)
        n++
      }
    const scored: { word: string; z: number }[] = []
    for (const [word, count] of inside) {
      if (count < 2) continue
      const prior = all.get(word) as number
      const rest = prior - count
      const odds = (a: number, size: number) => Math.log((a + prior) / (size + total - a - prior + 1))
      const delta = odds(count, n) - odds(rest, total - n)
      scored.push({ word, z: delta / Math.sqrt(1 / (count + prior) + 1 / (rest + prior)) })
    }
    scored.sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1))
    return scored.slice(0, most).map(({ word }) => word)
  }
}
