/** Where an item of a feed, or a record of a list, stands in its file. */
export interface ItemPlace {
  start: number
  /** Where the next one begins, or the file ends. */
  end: number
  /** 1-based line of the start. */
  line: number
}

/** The items of an XML feed; what stands in CDATA or a comment is no item. */
export function xmlItems(xml: string): ItemPlace[] {
  const starts: number[] = []
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open < 0) break
    const close = xml.startsWith('<![CDATA[', open) ? ']]>' : xml.startsWith('<!--', open) ? '-->' : null
    if (close !== null) {
      const end = xml.indexOf(close, open)
      at = end < 0 ? xml.length : end + 3
      continue
    }
    at = open + 1
    if (/^<(?:\w{1,20}:)?(?:item|entry)[\s>]/.test(xml.slice(open, open + 30))) starts.push(open)
  }
  return placesFrom(xml, starts)
}

/** The records of a JSON text's list: the outermost one, or the one of that name. */
export function jsonItems(text: string, list?: string): ItemPlace[] {
  const opening = list === undefined ? text.indexOf('[') : (listStart(text, list) ?? -1)
  if (opening < 0) return []
  const starts: number[] = []
  let depth = 0
  let quoted = false
  for (let i = opening; i < text.length; i++) {
    const char = text[i]
    if (quoted) {
      if (char === '\\') i++
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{' || char === '[') {
      if (depth === 1) starts.push(i)
      depth++
    } else if ((char === '}' || char === ']') && --depth === 0) break
  }
  return placesFrom(text, starts)
}

/** Where the list of that name opens: behind a string that says so and a colon. */
function listStart(text: string, list: string): number | undefined {
  let from = -1
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (from >= 0 && char === '\\') i++
    else if (char !== '"') continue
    else if (from < 0) from = i + 1
    else {
      const opening = text.slice(from, i) === list ? /^\s*:\s*\[/.exec(text.slice(i + 1, i + 200)) : null
      if (opening !== null) return i + opening[0].length
      from = -1
    }
  }
  return undefined
}

function placesFrom(text: string, starts: readonly number[]): ItemPlace[] {
  let line = 1
  let counted = 0
  return starts.map((start, i) => {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) {
      line++
      counted = at + 1
    }
    return { start, end: starts[i + 1] ?? text.length, line }
  })
}
