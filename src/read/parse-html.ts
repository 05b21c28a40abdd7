import { createRequire } from 'node:module'

type ParseHtml = (html: string) => { document: unknown }

let parse: ParseHtml | undefined

/**
 * A document of an HTML text. The parser is loaded when the first HTML comes by: it takes longer to load than a Markdown
 * digest to read. What comes back is typed by the caller: linkedom's types do not agree with lib.dom everywhere.
 */
export function parseHtml<Document>(html: string): Document {
  parse ??= (createRequire(import.meta.url)('linkedom') as { parseHTML: ParseHtml }).parseHTML
  return parse(html).document as Document
}
