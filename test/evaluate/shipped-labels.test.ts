import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type GoldEntry, GoldEntrySchema } from '../../src/evaluate/gold.ts'
import { foldWords } from '../../src/model/index.ts'
import { filesOf, ROOT, read, SAMPLES } from '../read/sample-files.ts'

const ids = (file: string, list: string): Set<string> =>
  new Set(parse(readFileSync(join(ROOT, 'data/ontology', file), 'utf8'))[list].map(({ id }: { id: string }) => id))
const failureModes = ids('failure-modes.yaml', 'failureModes')
const lessons = ids('lessons.yaml', 'lessons')

const labelled = (folder: string) =>
  filesOf(join(ROOT, folder), /\.jsonl$/).map(({ name, text }) => ({
    name,
    lines: text
      .trimEnd()
      .split('\n')
      .map((line): GoldEntry => GoldEntrySchema.parse(JSON.parse(line))),
  }))
const gold = labelled('data/gold')
const labels = labelled('data/labels')

/** What a reader could not tell from the line itself: an unknown id, a name or relation twice, an end that is no name. */
function mistakes({ companies, technologies, relations, ...line }: GoldEntry): string[] {
  const names = [...companies, ...technologies].map(({ name }) => name)
  const lists = {
    company: companies.map(({ name }) => name),
    technology: technologies.map(({ name }) => name),
    failureMode: line.failureModes.map(({ id }) => id),
    lesson: line.lessons.map(({ id }) => id),
    relation: relations.map(({ from, type, to }) => `${from} ${type} ${to}`),
  }
  return [
    ...lists.failureMode.filter((id) => !failureModes.has(id)),
    ...lists.lesson.filter((id) => !lessons.has(id)),
    ...Object.values(lists).flatMap((list) => list.filter((item, i) => list.indexOf(item) !== i)),
    ...relations.flatMap(({ from, to }) => [from, to]).filter((name) => !names.includes(name)),
  ]
}

describe('labels that ship', () => {
  it('cover at least 60 entries of the sample corpus', () => {
    expect(gold.flatMap(({ lines }) => lines).length).toBeGreaterThanOrEqual(60)
    expect(labels.length).toBeGreaterThan(0)
  })
  it.each([...gold, ...labels])('$name: known ids, nothing twice, relations between names of the line', ({ lines }) => {
    expect(lines.flatMap((line) => mistakes(line).map((what) => `${line.index}: ${what}`))).toEqual([])
  })
  it.each(gold)(
    '$name: every line is an entry of the digest, and what must be found stands in it',
    ({ name, lines }) => {
      const [digest] = filesOf(SAMPLES, new RegExp(`^${name.replace('.jsonl', '.md')}$`))
      const { entries } = read(digest!.name, digest!.text)
      expect(lines.map(({ index, title, byline }) => ({ index, title, byline }))).toEqual(
        entries.map(({ index, title, byline }) => ({ index, title, byline })),
      )
      const absent = lines.flatMap(({ index, companies, technologies }) => {
        const { title, bylineText, body } = entries[index]!
        const text = ` ${foldWords(`${title} ${bylineText} ${body}`)} `
        const stands = (form: string) => text.replace(/[.]/g, ' ').includes(foldWords(form).replace(/[.]/g, ' '))
        return [...companies, ...technologies]
          .filter(({ optional, name, aliases = [] }) => !optional && ![name, ...aliases].some(stands))
          .map((item) => `${index}: ${item.name}`)
      })
      expect(absent).toEqual([])
    },
  )
})
