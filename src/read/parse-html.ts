import { loadParser } from './load-parser.ts'

/** A document of an HTML text, typed by the caller: linkedom's types do not agree with lib.dom everywhere. */
export function parseHtml<Document>(html: string): Document {
  return loadParser<{ parseHTML(html: string): { document: unknown } }>('linkedom').parseHTML(html).document as Document
}
