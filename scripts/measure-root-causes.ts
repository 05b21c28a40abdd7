/**
 * Measures the failure modes found in post-mortems against the root-cause layers that people gave them (ISSRE 2022 cloud
 * post-mortems: software, hardware, resource, load, third party).
 *
 *     tsx scripts/measure-root-causes.ts issre22-cloud-postmortems.jsonl [--errors]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentencesOf } from '../src/extract/sentence-spans.ts'
import { createThemeFinder } from '../src/extract/themes/index.ts'
import { readOntologyFolder } from '../src/io/load-ontology.ts'
import type { Entry } from '../src/model/index.ts'
import { compileOntology } from '../src/ontology/index.ts'

const LAYERS = {
  'software bugs': 'software',
  'hardware failures': 'hardware',
  'insufficient resource': 'resource',
  'excessive flow': 'load',
  'third-party failures': 'third party',
} as const
type Layer = (typeof LAYERS)[keyof typeof LAYERS]

/** The layer of a failure mode: by its group, and one by one where a group spans two. */
const LAYER_OF_GROUP: Record<string, Layer> = {
  'change-and-configuration': 'software',
  'concurrency-and-software': 'software',
  'data-and-state': 'software',
}
const LAYER_OF_MODE: Record<string, Layer> = {
  'power-and-environment': 'hardware',
  'hardware-failure': 'hardware',
  'network-partition': 'hardware',
  'resource-exhaustion': 'resource',
  'capacity-shortfall': 'resource',
  'traffic-surge': 'load',
  'thundering-herd': 'load',
  'retry-storm': 'load',
  'metastable-overload': 'load',
  'ddos-and-abuse': 'load',
  'queue-backlog': 'load',
  'dependency-failure': 'third party',
  'dns-failure': 'software',
  'load-balancer-failure': 'software',
  'control-plane-failure': 'software',
  'cache-failure': 'software',
}

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('usage: tsx scripts/measure-root-causes.ts FILE.jsonl [--errors]')
  process.exit(2)
}
const { ontology } = compileOntology(
  readOntologyFolder(join(import.meta.dirname, '..', 'data', 'ontology')).filter(({ path }) =>
    /^(?:failure-modes|lessons|theme-weights)/.test(path),
  ),
)
const findThemes = createThemeFinder(ontology)
const groupOf = new Map(ontology.failureModes.map(({ id, group }) => [id, group]))
const layerOf = (id: string): Layer | undefined => LAYER_OF_MODE[id] ?? LAYER_OF_GROUP[groupOf.get(id) ?? '']

const counts = new Map<Layer, { tp: number; fp: number; fn: number }>()
for (const line of readFileSync(path, 'utf8').split('\n')) {
  if (line.trim() === '') continue
  const row = JSON.parse(line) as {
    id: string
    title: string
    root_cause: [string, string][]
    root_cause_details: string | null
  }
  const truth = new Set(row.root_cause.flatMap(([, cause]) => LAYERS[cause as keyof typeof LAYERS] ?? []))
  const body = row.root_cause_details ?? ''
  if (truth.size === 0 || body.length < 40) continue
  const entry = { title: row.title, bylineText: '', body } as Entry
  const { mentions, failureModes } = findThemes(entry, sentencesOf(entry))
  // A post-mortem tells at length: what it mentions as having happened counts, not only its three labels.
  const modes = [
    ...failureModes.map(({ id }) => id),
    ...mentions
      .filter(
        ({ type, polarity, confidence }) => type === 'failure-mode' && polarity === 'occurred' && confidence >= 0.1,
      )
      .map(({ entity }) => entity.slice('failure-mode:'.length)),
  ]
  const found = new Set(modes.flatMap((id) => layerOf(id) ?? []))
  for (const layer of new Set(Object.values(LAYERS))) {
    const count = counts.get(layer) ?? { tp: 0, fp: 0, fn: 0 }
    counts.set(layer, count)
    if (truth.has(layer) && found.has(layer)) count.tp++
    else if (truth.has(layer)) count.fn++
    else if (found.has(layer)) count.fp++
    if (process.argv.includes('--errors') && truth.has(layer) !== found.has(layer)) {
      console.log([truth.has(layer) ? 'missed' : 'false', layer, row.id, [...new Set(modes)].join(' ')].join('\t'))
    }
  }
}
for (const [layer, { tp, fp, fn }] of counts) {
  const share = (a: number, b: number) => (a / (b || 1)).toFixed(2)
  console.log(
    `${layer.padEnd(12)} precision ${share(tp, tp + fp)} recall ${share(tp, tp + fn)} (${tp} right, ${fp} false, ${fn} missed)`,
  )
}
