import type { KnowledgeGraph } from '../model/index.ts'

/** `icons.json` of the page: outlines on a 24 × 24 grid by folded name, with the notice of where they come from. */
export interface IconFile {
  notice: string
  icons: Record<string, string>
}

/** Letters and digits in lower case, so that "Next.js" and "NextJS" meet; `+` and `#` tell languages apart. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, '')
}

/** Only the outlines of companies and technologies that the graph holds: the whole file is ten times its need. */
export function cutIcons({ notice, icons }: IconFile, { nodes }: Pick<KnowledgeGraph, 'nodes'>): IconFile {
  const kept: Record<string, string> = {}
  for (const [row, label] of nodes.label.entries()) {
    if (nodes.type[row] !== 'company' && nodes.type[row] !== 'technology') continue
    const name = foldName(label)
    const outline = Object.hasOwn(icons, name) ? icons[name] : undefined
    if (outline !== undefined) kept[name] = outline
  }
  return { notice, icons: Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1))) }
}
