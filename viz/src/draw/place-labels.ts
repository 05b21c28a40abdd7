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
    /** How many boxes it covers. */
    count(box: Box): number {
      const covered = new Set<Box>()
      for (const bucket of each(box)) {
        for (const other of buckets.get(bucket) ?? []) if (overlaps(box, other)) covered.add(other)
      }
      return covered.size
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
export type Occupancy = ReturnType<typeof createOccupancy>

export interface LabelSpace {
  frame: Box
  /** Texts already there: never covered. */
  texts: Occupancy
  /** Nodes large enough to be looked at: covered only by a label that insists. */
  solids?: Occupancy
}

/**
 * Gives each wish, in order, the first spot that is free and inside the frame; the others stay without. A label that
 * insists takes a spot over a node before it stays away. Wishes are drawn one by one, so `onPlace` may change what follows.
 */
export function placeLabels<T>(
  wishes: Iterable<LabelWish<T>>,
  { frame, texts, solids }: LabelSpace,
  limit: number,
  insists: (item: T) => boolean = () => false,
  onPlace: (item: T) => void = () => {},
): PlacedLabel<T>[] {
  const placed: PlacedLabel<T>[] = []
  for (const { item, spots } of wishes) {
    if (placed.length >= limit) break
    const open = spots.filter((spot) => isInside(spot, frame) && texts.isFree(spot))
    const box = open.find((spot) => solids?.isFree(spot) ?? true) ?? (insists(item) ? open[0] : undefined)
    if (box === undefined) continue
    texts.take(box)
    placed.push({ item, box })
    onPlace(item)
  }
  return placed
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

export function isInside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  )
}
