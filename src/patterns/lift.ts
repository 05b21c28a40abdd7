import { createRandom } from '../graph/index.ts'

export interface Support {
  /** Who stands behind the story; one company's stories are drawn together. */
  company: number
  /** 1 where the story shows the pattern. */
  shows: number
}

export interface Lift {
  value: number
  low: number
  high: number
}

const DRAWS = 200

/**
 * Observed over expected support of members that stand together, with a 95 % interval from a bootstrap over companies:
 * a pattern that rests on one verbose company gets a wide interval.
 * @param members stories of each member, of `total`
 * @param stories one row for each story
 */
export function liftOf(members: number[], stories: Support[], seed: number): Lift {
  const expected = chanceOfTwo(members.map((count) => Math.min(1, count / Math.max(1, stories.length))))
  if (stories.length === 0 || expected === 0) return { value: 0, low: 0, high: 0 }
  const byCompany = new Map<number, { n: number; shows: number }>()
  for (const { company, shows } of stories) {
    const group = byCompany.get(company) ?? { n: 0, shows: 0 }
    group.n++
    group.shows += shows
    byCompany.set(company, group)
  }
  const groups = [...byCompany].sort(([a], [b]) => a - b).map(([, group]) => group)
  const observed = groups.reduce((sum, { shows }) => sum + shows, 0) / stories.length
  const random = createRandom(seed)
  const draws: number[] = []
  for (let draw = 0; draw < DRAWS; draw++) {
    let n = 0
    let shows = 0
    for (let i = 0; i < groups.length; i++) {
      const group = groups[Math.floor(random() * groups.length)] as { n: number; shows: number }
      n += group.n
      shows += group.shows
    }
    draws.push(shows / n / expected)
  }
  draws.sort((a, b) => a - b)
  const at = (share: number) => round(draws[Math.min(DRAWS - 1, Math.floor(share * DRAWS))] as number)
  return { value: round(observed / expected), low: at(0.025), high: at(0.975) }
}

/** Chance that a story holds two or more of the members, were each placed by itself. */
function chanceOfTwo(shares: number[]): number {
  let none = 1
  let one = 0
  for (const share of shares) {
    one = one * (1 - share) + none * share
    none *= 1 - share
  }
  return Math.max(0, 1 - none - one)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
