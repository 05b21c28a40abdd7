/** Endings and what stands in their place, tried in order. */
const ENDINGS: [string, string][] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['sses', 'ss'],
  ['ches', 'ch'],
  ['shes', 'sh'],
  ['xes', 'x'],
  ['ations', 'at'],
  ['ation', 'at'],
  ['ating', 'at'],
  ['ated', 'at'],
  ['ates', 'at'],
  ['ate', 'at'],
  ['ings', ''],
  ['ing', ''],
  ['ed', ''],
  ['es', ''],
  ['ss', 'ss'],
  ['us', 'us'],
  ['is', 'is'],
  ['s', ''],
  ['e', ''],
]

/**
 * An English word with its common endings taken off, so that its forms meet (`retries`, `retried`, `retry`). It is no
 * dictionary and the result is no word: compare with it, never show it.
 */
export function stem(word: string): string {
  const lower = word.toLowerCase().replace(/['’]s$/, '')
  if (lower.length < 4) return lower
  for (const [ending, instead] of ENDINGS) {
    const rest = lower.length - ending.length
    if (lower.endsWith(ending) && rest + instead.length >= 3) return undouble(lower.slice(0, rest) + instead, ending)
  }
  return lower
}

/** `batching` and `dropped` lose the letter that the ending doubled. */
function undouble(word: string, ending: string): string {
  if (ending !== 'ing' && ending !== 'ings' && ending !== 'ed') return word
  return /([bdgmnprt])\1$/.test(word) && word.length > 3 ? word.slice(0, -1) : word
}
