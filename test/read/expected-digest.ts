/** What a digest of the series holds, read line by line with one expression: independent of the readers under test. */
export interface ExpectedEntry {
  title: string
  bylineText: string
  url: string | null
  line: number
  body: string
}

const HEADER = /^\*\*(.+?)\*\* · ([^·]+?)(?: · (.+?))?\s*$/
const LINK = /^\[(.*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)$/

export function expectedEntries(markdown: string): ExpectedEntry[] {
  const lines = markdown.split('\n')
  const entries: ExpectedEntry[] = []
  lines.forEach((line, i) => {
    const header = HEADER.exec(line)
    if (!header) return
    const linked = LINK.exec(header[1]!)
    const field = header[3] === undefined ? null : LINK.exec(header[3])
    const href = linked?.[2] ?? field?.[2] ?? '#'
    const title = linked?.[1] ?? header[1]!.replace(/^\[(.*)\]$/, '$1')
    const url = href === '#' ? null : href
    entries.push({ title, bylineText: header[2]!.trim(), url, line: i + 1, body: lines[i + 1] ?? '' })
  })
  return entries
}
