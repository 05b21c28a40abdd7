/**
 * Shrunk normalised pointwise mutual information of a pair, 0..1 (Bouma 2009; shrinkage as in design.md).
 * @param pair what the stories of both add up to (a shared sentence counts more than a shared entry)
 * @param stories how many stories name both
 * @param a stories of the one
 * @param b stories of the other
 * @param total all stories
 */
export function associationStrength(
  pair: number,
  stories: number,
  a: number,
  b: number,
  total: number,
  k: number,
): number {
  if (stories === 0 || total < 2) return 0
  // Half a story of smoothing keeps a pair that always goes together below 1 on little data.
  const joint = pair / (total + 0.5)
  const pmi = Math.log((joint * total * total) / (a * b))
  if (pmi <= 0) return 0
  const npmi = Math.min(1, pmi / -Math.log(joint))
  return npmi * (stories / (stories + k))
}
