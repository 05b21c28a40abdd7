import { minimize } from './minimize.ts'

/** One case: features by name, the truth (0 … 1) and how much it counts. */
export interface Case {
  features: [string, number][]
  truth: number
  weight: number
}

/**
 * Logistic regression with a penalty `penalty(name) / 2 · (weight - prior(name))²` on each weight. Names become columns in the order of
 * their first use, so that the result depends on nothing but the cases and their order.
 */
export function fitLogistic(
  cases: Case[],
  penalty: (name: string) => number,
  prior: (name: string) => number,
): Map<string, number> {
  const columns = new Map<string, number>()
  const rows = cases.map(({ features, truth, weight }) => ({
    truth,
    weight,
    at: Int32Array.from(features, ([name]) => {
      const column = columns.get(name) ?? columns.size
      columns.set(name, column)
      return column
    }),
    value: Float64Array.from(features, ([, value]) => value),
  }))
  const penalties = Float64Array.from(columns.keys(), penalty)
  const priors = Float64Array.from(columns.keys(), prior)
  const solution = minimize(columns.size, (x, gradient) => {
    let loss = 0
    for (let i = 0; i < x.length; i++) {
      const off = (x[i] as number) - (priors[i] as number)
      gradient[i] = (penalties[i] as number) * off
      loss += ((penalties[i] as number) * off * off) / 2
    }
    for (const { at, value, truth, weight } of rows) {
      let z = 0
      for (let i = 0; i < at.length; i++) z += (x[at[i] as number] as number) * (value[i] as number)
      // log(1 + e^z) - truth · z, without overflow.
      loss += weight * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - truth * z)
      const slope = weight * (1 / (1 + Math.exp(-z)) - truth)
      for (let i = 0; i < at.length; i++) {
        const column = at[i] as number
        gradient[column] = (gradient[column] as number) + slope * (value[i] as number)
      }
    }
    return loss
  })
  return new Map([...columns].map(([name, column]) => [name, solution[column] as number]))
}
