/** Writes the gradient at `x` into `gradient` and returns the value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number

/**
 * Limited-memory BFGS with halving line search (Nocedal and Wright, algorithm 7.5), for smooth convex functions. Starts at 0 and
 * returns the minimum's place. No randomness, and only additions in a fixed order: the same input gives the same bits.
 */
export function minimize(size: number, objective: Objective, steps = 300, memory = 8): Float64Array {
  const x = new Float64Array(size)
  const gradient = new Float64Array(size)
  let value = objective(x, gradient)
  const pairs: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let step = 0; step < steps; step++) {
    const direction = descent(gradient, pairs)
    const slope = -dot(gradient, direction)
    const from = x.slice()
    const before = gradient.slice()
    const start = value
    let length = 1
    for (let halvings = 0; ; halvings++, length /= 2) {
      if (halvings === 25) {
        x.set(from)
        return x
      }
      for (let i = 0; i < size; i++) x[i] = (from[i] as number) - length * (direction[i] as number)
      value = objective(x, gradient)
      if (value <= start + 1e-4 * length * slope) break
    }
    if (start - value < 1e-8 * Math.abs(start)) break
    const s = x.map((each, i) => each - (from[i] as number))
    const y = gradient.map((each, i) => each - (before[i] as number))
    const curvature = dot(s, y)
    if (curvature > 1e-12) pairs.push({ s, y, rho: 1 / curvature })
    if (pairs.length > memory) pairs.shift()
  }
  return x
}

/** The inverse Hessian's estimate times the gradient (two-loop recursion). */
function descent(gradient: Float64Array, pairs: { s: Float64Array; y: Float64Array; rho: number }[]): Float64Array {
  const q = gradient.slice()
  const alphas: number[] = []
  for (let k = pairs.length - 1; k >= 0; k--) {
    const { s, y, rho } = pairs[k] as (typeof pairs)[number]
    const alpha = rho * dot(s, q)
    alphas[k] = alpha
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) - alpha * (y[i] as number)
  }
  const last = pairs.at(-1)
  const scale =
    last === undefined ? 1 / (Math.sqrt(dot(gradient, gradient)) || 1) : 1 / (last.rho * dot(last.y, last.y))
  for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) * scale
  pairs.forEach(({ s, y, rho }, k) => {
    const beta = rho * dot(y, q)
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) + (s[i] as number) * ((alphas[k] as number) - beta)
  })
  return q
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
