const BLANK = 32

/** Where in a text the later anchors stand. */
export function createSightings(anchors: number) {
  /** Of each anchor its last sighting, an index into the three lists, or -1. */
  const last = new Int32Array(anchors).fill(-1)
  const places: number[] = []
  const blanks: number[] = []
  const before: number[] = []
  let text = ''
  let counted = 0
  let count = 0
  /** Of each place in the text, as far as it was counted, how many blanks are before it. */
  let blanksBefore = new Int32Array(1024)

  function blanksUpTo(at: number): number {
    for (; counted <= at; counted++) {
      blanksBefore[counted] = count
      if (text.charCodeAt(counted) === BLANK) count++
    }
    return blanksBefore[at] as number
  }

  return {
    clear(next: string): void {
      text = next
      counted = 0
      count = 0
      if (blanksBefore.length < text.length) blanksBefore = new Int32Array(2 * text.length)
      last.fill(-1)
      places.length = 0
      blanks.length = 0
      before.length = 0
    },
    /** Places come in the order of the text. */
    add(anchor: number, at: number): void {
      before.push(last[anchor] as number)
      last[anchor] = places.push(at) - 1
      blanks.push(blanksUpTo(at))
    },
    /** Whether it stands behind a place, with at most so many blanks between. */
    isBehind(anchor: number, at: number, most: number | null): boolean {
      for (let i = last[anchor] as number; i >= 0 && (places[i] as number) > at; i = before[i] as number) {
        if (most === null || (blanks[i] as number) - blanksUpTo(at) <= most) return true
      }
      return false
    },
  }
}
