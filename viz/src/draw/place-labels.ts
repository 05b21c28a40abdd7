/** A box in pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A text that wants a place; `spots` are its possible boxes, best first. */
export interface LabelWish<T> {
  item: T
  spots: readonly Box[]
}

export interface PlacedLabel<T> {
  item: T
  box: Box
}

/** Edge length of the buckets that boxes are looked up by. */
const BUCKET = 96

/** Boxes that may not overlap, bucketed so that a look-up touches only what is near. */
export function createOccupancy() {
  const buckets = new Map<number, Box[]>()
  const each = function* (box: Box): Generator<number> {
    for (let c = Math.floor(box.x / BUCKET); c <= Math.floor((box.x + box.width) / BUCKET); c++) {
      for (let r = Math.floor(box.y / BUCKET); r <= Math.floor((box.y + box.height) / BUCKET); r++) yield r * 4096 + c
    }
  }
  return {
    isFree(box: Box): boolean {
      for (const bucket of each(box)) if (buckets.get(bucket)?.some((other) => overlaps(box, other))) return false
      return true
    },
    take(box: Box): void {
      for (const bucket of each(box)) {
        const list = buckets.get(bucket)
        if (list === undefined) buckets.set(bucket, [box])
        else list.push(box)
      }
    },
  }
}

/** Gives each wish, in order, the first spot that is free and inside `frame`; the others stay without. */
export function placeLabels<T>(
  wishes: Iterable<LabelWish<T>>,
  frame: Box,
  limit: number,
  occupancy = createOccupancy(),
): PlacedLabel<T>[] {
  const placed: PlacedLabel<T>[] = []
  for (const { item, spots } of wishes) {
    if (placed.length >= limit) break
    const box = spots.find((spot) => isInside(spot, frame) && occupancy.isFree(spot))
    if (box === undefined) continue
    occupancy.take(box)
    placed.push({ item, box })
  }
  return placed
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  )
}
