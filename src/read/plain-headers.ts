import type { Block } from './block.ts'
import { splitByline } from './byline.ts'
import { type CutContext, cutScore, learnCuts } from './company-cut.ts'
import { isCompanyName } from './company-place.ts'
import { isProperName, isTitleLike } from './name-shape.ts'
import { joinRich, type RichText, richLines, sliceRich } from './rich-text.ts'
import { isDigestTitle, isEntrySection, sectionRole } from './section-role.ts'
import { stackedHeaders } from './stacked-headers.ts'

/** Signs that may stand between title and company where the middle dot does not. */
const SEPARATORS = [/\s+\|{1,2}\s+/g, /\s+(?:—|―|--)\s+/g, /\s+–\s+/g, /\s+-\s+/g]
/** A header's separator stands within so many characters. */
const MAX_HEADER = 300
/** As many headers of one kind at least make a digest of a text. */
const LEAST = 2
/** Of the paragraphs, this share must begin with such a header. */
const SHARE = 0.4

/**
 * The blocks of a text whose headers are set in another way than `Title · Company` (`Title — Company Text …`, or title and
 * company on lines of their own), as if they were set so. Texts with middle dots, and prose, stay as they are.
 */
export function dottedHeaders(blocks: readonly Block[], nameAtStart?: (text: string) => number): readonly Block[] {
  const outside = withoutSections(blocks)
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph' && outside.has(block))
  const lines = paragraphs.flatMap(({ rich }) => rich.text.split('\n'))
  const firsts = paragraphs.filter(({ rich }) => /\S\s?[·•]\s/.test(firstLine(rich.text))).length
  if (firsts >= Math.min(LEAST, paragraphs.length)) return blocks
  const named = blocks.some(
    ({ kind, depth, rich: { text } }) =>
      kind === 'heading' &&
      (sectionRole(text) !== null || isEntrySection(text) || (depth === 1 && isDigestTitle(text))),
  )
  const stacked = stackedHeaders(blocks, outside, named)
  let best: { separator: RegExp; count: number } | null = null
  for (const separator of SEPARATORS) {
    const count = lines.filter((line) => placesOf(line, separator, named).length > 0).length
    if (count > (best?.count ?? 0)) best = { separator, count }
  }
  const enough = best !== null && best.count >= LEAST && best.count >= paragraphs.length * (named ? SHARE : 0.8)
  if (stacked !== null && (named || stacked.count * 2 >= paragraphs.length) && stacked.count >= (best?.count ?? 0))
    return stacked.blocks
  return enough ? withDots(blocks, paragraphs, { separator: best!.separator, named }, nameAtStart) : blocks
}

/** Blocks that stand in no section of their own ("Signal of the Day"), whose text is kept as it is. */
function withoutSections(blocks: readonly Block[]): Set<Block> {
  const outside = new Set<Block>()
  let inside = false
  for (const block of blocks) {
    if (block.kind === 'heading') inside = sectionRole(block.rich.text) !== null
    else if (!inside) outside.add(block)
  }
  return outside
}

function firstLine(text: string): string {
  return text.slice(0, MAX_HEADER).split('\n', 1)[0]!
}

/** Where a title may end: what stands before is no sentence, what follows may be a name. */
function placesOf(text: string, separator: RegExp, named: boolean): { start: number; end: number }[] {
  const line = firstLine(text)
  const places: { start: number; end: number }[] = []
  for (const match of line.matchAll(separator)) {
    const title = line.slice(0, match.index)
    const end = match.index + match[0].length
    if (!isTitleLike(title, named)) continue
    if (/^[\p{Lu}\p{N}@“"‘']|^[a-z]+[A-Z.]/u.test(line.slice(end))) places.push({ start: match.index, end })
  }
  return places
}

/** The sign that the text's headers have, and whether its headings say that it is a digest. */
interface Setting {
  separator: RegExp
  named: boolean
}

function withDots(
  blocks: readonly Block[],
  paragraphs: readonly Block[],
  setting: Setting,
  nameAtStart?: (text: string) => number,
): Block[] {
  const { separator, named } = setting
  const rests = paragraphs.flatMap(({ rich: { text } }) => {
    const place = placesOf(text, separator, named)[0]
    // Names are told by what follows each sign: as if it were a dot
    return place === undefined ? [] : [text.slice(place.end, place.end + 400).replace(separator, ' · ')]
  })
  const cut = learnCuts(rests, blocks.map(({ rich }) => rich.text).join('\n'), nameAtStart)
  const headed = new Set(paragraphs)
  return blocks.map((block) => {
    if (!headed.has(block)) return block
    const lines = richLines(block.rich).map((line) => dottedLine(line, setting, cut))
    return { ...block, rich: joinRich(lines, '\n') }
  })
}

/** So much of the text behind a sign tells whether a name begins it. */
const MAX_SCORED = 4000

/** The line with dots for the sign behind the title and, where names alone follow, for the next ones. */
function dottedLine(line: RichText, { separator, named }: Setting, cut: CutContext): RichText {
  const places = placesOf(line.text, separator, named)
  if (places.length === 0) return line
  const signs = [...line.text.slice(0, MAX_HEADER * 2).matchAll(separator)]
  // A name with a sign on both of its sides is a company: an outlet follows. Else a dash within the title stands before
  // one that a name and a sentence follow
  const between = places.find(({ end }) => {
    const next = signs.find(({ index }) => index >= end)?.index
    return next !== undefined && splitByline(line.text.slice(end, next)).every(isCompanyName)
  })
  const scores = places.map(({ start, end }, i) => {
    const text = line.text.slice(end, end + MAX_SCORED)
    return cutScore(text, line.text.slice(0, start), cut) - 0.5 * i
  })
  const best = between ?? places[scores.indexOf(Math.max(...scores))]!
  const parts = [sliceRich(line, 0, best.start)]
  let at = best.end
  for (const { index, 0: sign } of signs) {
    if (index < at) continue
    const field = line.text.slice(at, index)
    if (!isProperName(field) || parts.length > 2) break
    parts.push(sliceRich(line, at, index))
    at = index + sign.length
  }
  return joinRich([...parts, sliceRich(line, at)], ' · ')
}
