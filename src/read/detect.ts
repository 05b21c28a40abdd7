/** Which reader a text goes to. */
export type Format = 'markdown' | 'text' | 'html' | 'feed' | 'opml' | 'json' | 'jsonl'

export interface DetectInput {
  text: string
  source: string
  mediaType?: string
}

/**
 * Chooses the reader: by what the text begins with, where that leaves no doubt, else by the server's media type and the
 * ending of the name. A `.txt` that holds Markdown is Markdown; a `.md` that holds a page is a page.
 */
export function detectFormat({ text, source, mediaType = '' }: DetectInput): Format {
  const start = text.slice(0, 4096).replace(/^[\s\ufeff]+/, '')
  const byContent = detectByContent(start)
  if (byContent !== null) return byContent
  if (/^\{/.test(start) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(text.slice(0, 65_536))) return 'feed'
  const ending = /\.([a-z]+)$/i.exec(source.replace(/[?#].*$/, ''))?.[1]?.toLowerCase() ?? ''
  const type = mediaType.split(';', 1)[0]!.trim().toLowerCase()
  if (/^\s*[[{]/.test(text) && !/^(?:md|markdown|txt|html?)$/.test(ending)) {
    const json = jsonKind(text)
    if (json !== null) return json
  }
  if (/^(?:jsonl|ndjson)$/.test(ending) || /ndjson|json-?lines|jsonl/.test(type)) return 'jsonl'
  if (ending === 'json' || /[/+]json$/.test(type)) return 'json'
  if (/^(?:html?|xhtml)$/.test(ending) || /^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return 'html'
  if (ending === 'opml' || type === 'text/x-opml') return 'opml'
  if (/^(?:xml|rss|atom|rdf)$/.test(ending) || /[/+]xml$/.test(type)) return 'feed'
  if (/^(?:md|markdown)$/.test(ending) || type === 'text/markdown') return 'markdown'
  return looksLikeMarkdown(text.slice(0, 65_536)) ? 'markdown' : 'text'
}

const PROLOGUE = /^(?:<\?xml[^>]{0,500}\?>|<\?xml-stylesheet[^>]{0,500}\?>|<!--(?:(?!-->)[\s\S]){0,2000}-->|\s+)/i

function detectByContent(start: string): Format | null {
  let rest = start
  let xml = false
  for (let i = 0; i < 20; i++) {
    const part = PROLOGUE.exec(rest)
    if (part === null || part[0] === '') break
    xml ||= part[0].startsWith('<?xml')
    rest = rest.slice(part[0].length)
  }
  if (/^<!doctype\s+html/i.test(rest) || /^<html[\s>]/i.test(rest)) return 'html'
  const doctype = /^<!doctype\s+(\w[\w:]*)/i.exec(rest)?.[1]?.toLowerCase()
  const root = doctype ?? /^<([a-z][\w:.-]*)[\s>/]/i.exec(rest)?.[1]?.toLowerCase()
  if (root === 'opml') return 'opml'
  if (root === 'rss' || root === 'rdf:rdf' || root?.replace(/^[a-z]+:/, '') === 'feed') return 'feed'
  if (!xml) return null
  // A document type may hide what the root is: look for it
  if (/<opml[\s>]/i.test(rest)) return 'opml'
  return /<html[\s>]/i.test(rest.slice(0, 1000)) ? 'html' : 'feed'
}

/** Whether a text that begins with a bracket is one JSON value, or one a line. */
function jsonKind(text: string): 'json' | 'jsonl' | null {
  const trimmed = text.trim()
  const firstLine = trimmed.split('\n', 1)[0]!.trim()
  if (firstLine.length < trimmed.length && isJson(firstLine) && /^\s*[[{]/.test(trimmed.slice(firstLine.length)))
    return 'jsonl'
  return /[\]}]$/.test(trimmed) && /^[[{]\s*(?:["[{\]}\d-]|true|false|null)/.test(trimmed) ? 'json' : null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Marks that a page copied as plain text does not have. */
function looksLikeMarkdown(text: string): boolean {
  return (
    /\]\((?:https?:\/\/|#|\/)[^)\s]{0,2000}\)/.test(text) ||
    /^\s{0,3}\*\*[^*\n]{3,400}\*\*/m.test(text) ||
    /^---\r?\n[\w-]+:/.test(text) ||
    /^\[[^\]\n]{1,100}\]:\s+https?:\/\//m.test(text)
  )
}
