/** Adjusted Rand index of two partitions of the same nodes (Hubert and Arabie 1985); 1 is the same, 0 is chance. */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { pairs, left, right, n } = contingency(a, b)
  const choose = (x: number) => (x * (x - 1)) / 2
  let index = 0
  let sumA = 0
  let sumB = 0
  for (const value of pairs.values()) index += choose(value)
  for (const value of left.values()) sumA += choose(value)
  for (const value of right.values()) sumB += choose(value)
  const all = choose(n)
  const expected = all === 0 ? 0 : (sumA * sumB) / all
  const most = (sumA + sumB) / 2
  return most === expected ? 1 : (index - expected) / (most - expected)
}

/** Normalised mutual information (arithmetic mean), 0..1. */
export function normalizedMutualInformation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { pairs, left, right, n } = contingency(a, b)
  const entropy = (counts: Map<number, number>) => {
    let sum = 0
    for (const c of counts.values()) sum -= (c / n) * Math.log(c / n)
    return sum
  }
  let mutual = 0
  for (const [key, c] of pairs) {
    const [x, y] = key.split(',').map(Number) as [number, number]
    mutual += (c / n) * Math.log((c * n) / ((left.get(x) ?? 1) * (right.get(y) ?? 1)))
  }
  const sum = entropy(left) + entropy(right)
  return sum === 0 ? 1 : (2 * mutual) / sum
}

function contingency(a: ArrayLike<number>, b: ArrayLike<number>) {
  const pairs = new Map<string, number>()
  const left = new Map<number, number>()
  const right = new Map<number, number>()
  const n = Math.min(a.length, b.length)
  for (let i = 0; i < n; i++) {
    const x = a[i] as number
    const y = b[i] as number
    pairs.set(`${x},${y}`, (pairs.get(`${x},${y}`) ?? 0) + 1)
    left.set(x, (left.get(x) ?? 0) + 1)
    right.set(y, (right.get(y) ?? 0) + 1)
  }
  return { pairs, left, right, n }
}
