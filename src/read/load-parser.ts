import { createRequire } from 'node:module'

const loaded = new Map<string, unknown>()

/**
 * A package that only some formats need, loaded when the first text of such a format comes by: a parser takes longer to load
 * than a Markdown digest to read. The caller says what it holds.
 */
export function loadParser<Package>(name: 'linkedom' | 'feedsmith'): Package {
  let found = loaded.get(name)
  if (found === undefined) {
    found = createRequire(import.meta.url)(name)
    loaded.set(name, found)
  }
  return found as Package
}
