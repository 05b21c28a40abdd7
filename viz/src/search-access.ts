import { effect, signal } from '@preact/signals'
import { createSearch, type Search, type SearchHit } from './data/search.ts'
import { index } from './state.ts'

let search: Search | null = null
let wanted = false

/** Whether all names can be found by now. */
export const searchReady = signal(false)

/** Indexing waits until someone is about to search. */
export function wakeSearch(): void {
  wanted = true
  if (search === null) begin()
}

function begin(): void {
  const current = index.peek()
  if (current === null) return
  const mine = createSearch(current)
  search = mine
  searchReady.value = false
  void mine.ready.then(() => {
    if (search === mine) searchReady.value = true
  })
}

effect(() => {
  // A corrected graph has other names: it is indexed anew, but only if anyone has searched.
  index.value
  search = null
  if (wanted) begin()
})

export function findAll(text: string): SearchHit[] {
  wakeSearch()
  return search?.find(text) ?? []
}

/** Entities only, for the boxes of path, comparison and merging. */
export function findNodes(text: string): SearchHit[] {
  wakeSearch()
  return search?.find(text, 'node') ?? []
}
