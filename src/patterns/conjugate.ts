import nlp from 'compromise'

export interface VerbForms {
  past: string
  gerund: string
}

/** Verbs whose stem compromise guesses wrong (14.17): it drops a final e ("routing" gives "rout") or doubles a letter. */
const STEMS: Record<string, string> = {
  routing: 'route',
  routed: 'route',
  routes: 'route',
  caching: 'cache',
  cached: 'cache',
  caches: 'cache',
  rerouting: 'reroute',
  rerouted: 'reroute',
  tracing: 'trace',
  traced: 'trace',
  traces: 'trace',
  pruning: 'prune',
  pruned: 'prune',
  scoping: 'scope',
  scoped: 'scope',
  staging: 'stage',
  staged: 'stage',
  bypassing: 'bypass',
  bypassed: 'bypass',
  chunking: 'chunk',
  pinning: 'pin',
  embedding: 'embed',
  piping: 'pipe',
  replacing: 'replace',
  enforcing: 'enforce',
  forcing: 'force',
  sourcing: 'source',
  slicing: 'slice',
  pacing: 'pace',
  scraping: 'scrape',
  shaping: 'shape',
  swapping: 'swap',
  mapping: 'map',
  wrapping: 'wrap',
  tuning: 'tune',
  // Prose prefers the plain word.
  utilizing: 'use',
  utilized: 'use',
  utilizes: 'use',
  utilize: 'use',
  utilising: 'use',
  utilised: 'use',
  utilises: 'use',
  leveraging: 'use',
  leveraged: 'use',
  leverages: 'use',
  leverage: 'use',
}
const IRREGULAR: Record<string, VerbForms> = {
  route: { past: 'routed', gerund: 'routing' },
  reroute: { past: 'rerouted', gerund: 'rerouting' },
  cache: { past: 'cached', gerund: 'caching' },
  bypass: { past: 'bypassed', gerund: 'bypassing' },
  embed: { past: 'embedded', gerund: 'embedding' },
  lead: { past: 'led', gerund: 'leading' },
  use: { past: 'used', gerund: 'using' },
  split: { past: 'split', gerund: 'splitting' },
  cut: { past: 'cut', gerund: 'cutting' },
  put: { past: 'put', gerund: 'putting' },
  set: { past: 'set', gerund: 'setting' },
  shut: { past: 'shut', gerund: 'shutting' },
  hit: { past: 'hit', gerund: 'hitting' },
}
const known = new Map<string, VerbForms | null>()

/** Past tense and gerund of one verb in any form; null where it is none. "was" and "were" stay as they are. */
export function conjugate(verb: string): VerbForms | null {
  if (/^(?:was|were|is|are)$/.test(verb)) return { past: /^(?:is|was)$/.test(verb) ? 'was' : 'were', gerund: 'being' }
  const cached = known.get(verb)
  if (cached !== undefined) return cached
  const forms = find(verb)
  known.set(verb, forms)
  return forms
}

function find(verb: string): VerbForms | null {
  const stem = STEMS[verb] ?? verb
  const fixed = IRREGULAR[stem]
  if (fixed !== undefined) return fixed
  // A regular past keeps its doubled letter and lost its e, as its gerund does; no need to ask.
  if (/[^e]ed$/.test(stem) && !/^(?:fed|led|bred|sped|shed|wed|sled|bled|fled)$/.test(stem))
    return { past: stem, gerund: /ied$/.test(stem) ? stem.replace(/ied$/, 'ying') : stem.replace(/ed$/, 'ing') }
  const parsed = nlp(stem).tag('Verb') as unknown as {
    verbs(): { conjugate(): { PastTense?: string; Gerund?: string }[] }
  }
  const [found] = parsed.verbs().conjugate()
  const past = found?.PastTense
  const gerund = found?.Gerund
  if (past === undefined || gerund === undefined || !/^[a-z-]+$/.test(past) || !/ing$/.test(gerund)) return null
  return { past, gerund }
}
