import { Parser } from 'htmlparser2'
import type { HtmlNode } from './html-blocks.ts'

/** Offset in the page of the text that a text node holds, where it stands there letter by letter. */
export type TextPlaces = ReadonlyMap<HtmlNode, number>

/**
 * Where the texts of a freshly parsed page stand in its source. linkedom keeps no places, but makes its nodes from the events
 * of htmlparser2, in their order: the same events with their places, walked beside the tree, tell them. Where the two do not
 * agree no text has a place.
 */
export function textPlaces(html: string, document: HtmlNode): TextPlaces {
  const events = parserEvents(html)
  const places = new Map<HtmlNode, number>()
  let at = 0
  // Not recursive: the tree may be deep
  const waiting: HtmlNode[] = [document]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeType === 1 || node.nodeType === 3) {
      const event = events[at++]
      const text = node.nodeType === 3 ? (node.nodeValue ?? '') : null
      if (event === undefined || (text === null) !== (event.name !== undefined)) return new Map()
      if (text === null && event.name !== node.nodeName.toLowerCase()) return new Map()
      if (text !== null && html.startsWith(text, event.start)) places.set(node, event.start)
    }
    const children = [...node.childNodes]
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!)
  }
  return places
}

/** An element that opens (with its name), or a text. */
interface ParserEvent {
  name?: string
  start: number
}

function parserEvents(html: string): ParserEvent[] {
  const events: ParserEvent[] = []
  const parser = new Parser(
    {
      onopentag: (name) => events.push({ name: name.toLowerCase(), start: parser.startIndex }),
      ontext: () => events.push({ start: parser.startIndex }),
    },
    // As linkedom has them: other options make other events
    { lowerCaseAttributeNames: false, decodeEntities: true, xmlMode: false },
  )
  parser.write(html)
  parser.end()
  return events
}

/** 1-based line of each offset of a text. */
export function lineFinder(text: string): (offset: number) => number {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at)
  return (offset) => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (breaks[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
