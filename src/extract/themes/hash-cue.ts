/** Names a cue in the weights: FNV-1a of its source, 32 bits in base 36. A cue that was edited is a new one, without weight. */
export function hashCue(source: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < source.length; i++) hash = Math.imul(hash ^ source.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
