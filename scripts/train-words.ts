/**
 * Trains `data/ontology/theme-words.json` on the sentences of `data/examples`: which words speak for which theme.
 *
 *     tsx scripts/train-words.ts      writes the file, the same bytes every time
 *
 * `scripts/train-themes.ts` comes after it: how much the words count beside the cues is learned from labelled digests.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readOntologyFolder } from '../src/io/load-ontology.ts'
import { compileOntology } from '../src/ontology/index.ts'
import { DEFAULT_WORD_FIT, fitWords, type WordExample } from './themes/fit-words.ts'

const DATA = join(import.meta.dirname, '..', 'data')
const LineSchema = z.object({
  id: z.string(),
  also: z.array(z.string()).default([]),
  near: z.string().optional(),
  text: z.string(),
})

const { ontology } = compileOntology(
  readOntologyFolder(join(DATA, 'ontology')).filter(({ path }) => /^(?:failure-modes|lessons)/.test(path)),
)
const keys = new Map([
  ...ontology.failureModes.map(({ id }) => [id, `failure-mode:${id}`] as const),
  ...ontology.lessons.map(({ id }) => [id, `lesson:${id}`] as const),
])

function readFile(name: string): WordExample[] {
  return readFileSync(join(DATA, 'examples', name), 'utf8')
    .split('\n')
    .flatMap((line, i): WordExample[] => {
      if (line.trim() === '') return []
      const { id, also, near, text } = LineSchema.parse(JSON.parse(line))
      const keyOf = (each: string) => {
        const key = keys.get(each)
        if (key === undefined) throw new Error(`data/examples/${name}:${i + 1}: no theme has the id "${each}"`)
        return key
      }
      if (near !== undefined) return [{ text, themes: [], near: keyOf(near) }]
      return [{ text, themes: [...new Set([id, ...also].map(keyOf))] }]
    })
}

const files = readdirSync(join(DATA, 'examples'))
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
const words = fitWords(files.flatMap(readFile), DEFAULT_WORD_FIT)
writeFileSync(join(DATA, 'ontology', 'theme-words.json'), `${JSON.stringify(words, null, 1)}\n`)
console.error(`theme-words.json: trained on ${words.trainedOn}, ${Object.keys(words.stems).length} terms`)
