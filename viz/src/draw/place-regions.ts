import { type Box, isInside, type LabelSpace, type PlacedLabel } from './place-labels.ts'

/** The ways a region's name can be written, best first: whole, or its theme alone. */
export interface RegionWish<T> {
  bounds: Box
  forms: readonly { item: T; width: number; height: number }[]
}

/** Pixels around a name in which no other name stands: two that touch read as one. */
const MARGIN = { x: 10, y: 5 }
/** What a spot costs, in nodes covered: leaving the middle by the region's whole width, or telling the theme alone. */
const COST = { shift: 3, place: 0.35, form: 1.6 }
/** So many nodes' worth of cost is too much for a whole name; the theme alone is then tried. */
const DEAR = 1.2

/**
 * Gives each region, in order, the free spot at which its name covers the fewest nodes, in the form that fits; a name
 * that would touch another one stays away, so that the weaker of two neighbours goes without.
 */
export function placeRegions<T>(wishes: Iterable<RegionWish<T>>, { frame, texts, solids }: LabelSpace) {
  const placed: PlacedLabel<T>[] = []
  for (const { bounds, forms } of wishes) {
    let best: PlacedLabel<T> | null = null
    let least = Number.POSITIVE_INFINITY
    for (const [rank, { item, width, height }] of forms.entries()) {
      if (least <= DEAR) break
      for (const { box, cost } of spotsOf(bounds, width, height)) {
        const price = cost + rank * COST.form
        if (price >= least || !isInside(box, frame) || !texts.isFree(grown(box))) continue
        const whole = price + (solids?.count(box) ?? 0)
        if (whole >= least) continue
        least = whole
        best = { item, box }
      }
    }
    if (best === null) continue
    texts.take(best.box)
    placed.push(best)
  }
  return placed
}

const grown = ({ x, y, width, height }: Box): Box => ({
  x: x - MARGIN.x,
  y: y - MARGIN.y,
  width: width + 2 * MARGIN.x,
  height: height + 2 * MARGIN.y,
})

/** On the upper rim, inside below it, on the lower rim, in the middle; a name never leaves its region far behind. */
function* spotsOf(bounds: Box, width: number, height: number): Generator<{ box: Box; cost: number }> {
  const middle = bounds.x + bounds.width / 2 - width / 2
  const ys = [
    bounds.y - height * 0.62,
    bounds.y - height * 0.3,
    bounds.y + bounds.height - height * 0.38,
    bounds.y + bounds.height * 0.22 - height / 2,
    bounds.y + (bounds.height - height) / 2,
    bounds.y + bounds.height * 0.78 - height / 2,
    bounds.y + bounds.height - height * 0.1,
    bounds.y - height * 0.9,
  ]
  for (const [rank, y] of ys.entries()) {
    for (const share of [0, -0.12, 0.12, -0.22, 0.22, -0.32, 0.32]) {
      const box = { x: middle + share * bounds.width, y, width, height }
      yield { box, cost: rank * COST.place + Math.abs(share) * COST.shift }
    }
  }
}
