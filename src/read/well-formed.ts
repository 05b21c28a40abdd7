/** Replaces lone surrogates by U+FFFD, like `String.prototype.toWellFormed` of ES2024. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
