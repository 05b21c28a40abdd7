/** How a word is written; what a name's letters say about it. */
export type WordShape = 'lower' | 'capital' | 'acronym' | 'camel' | 'mixed' | 'number' | 'identifier'

/**
 * `capital`: "Cortex". `acronym`: "CRDT", "CRDTs", "K8S". `camel`: a capital inside or a small letter first ("PinCompute",
 * "eBPF"). `mixed`: letters and digits ("p5", "Qwen3"). `identifier`: with an underscore. `number`: "36", "v2", "4o".
 */
export function shapeOf(word: string): WordShape {
  let small = 0
  for (; small < word.length; small++) {
    const code = word.charCodeAt(small)
    if (code < 97 || code > 122) break
  }
  // Nine words of ten.
  if (small === word.length && small > 0) return 'lower'
  // "Cortex", but not "As", which may be the plural of an acronym.
  if (small === 0 && word.length > 2 && isCapital(word)) return 'capital'
  if (word.includes('_')) return 'identifier'
  if (/^v?\d+[a-z]{0,2}$/.test(word)) return 'number'
  const hasDigit = /\d/.test(word)
  if (/^\p{Lu}[\p{Lu}\d]*s?$/u.test(word) && word.length > 1) return 'acronym'
  if (/^\p{Lu}$/u.test(word)) return 'capital'
  if (/^[\p{Ll}’']+$/u.test(word)) return 'lower'
  if (hasDigit) return 'mixed'
  if (/^\p{Lu}[\p{Ll}’']+$/u.test(word)) return 'capital'
  if (/^\p{Lu}['’]\p{Lu}\p{Ll}+$/u.test(word)) return 'capital'
  if (/\p{Lu}/u.test(word)) return 'camel'
  return 'lower'
}

/** One capital letter of ASCII and small ones behind it: nearly all other words. */
function isCapital(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first < 65 || first > 90) return false
  for (let at = 1; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code < 97 || code > 122) return false
  }
  return true
}
