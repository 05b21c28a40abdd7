import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentencesOf } from '../../src/extract/sentence-spans.ts'
import type { Sentences } from '../../src/extract/themes/theme-cues.ts'
import type { Entry } from '../../src/model/index.ts'
import { readSource } from '../../src/read/index.ts'

export interface ThemeLabels {
  failureModes: { id: string; polarity: 'occurred' | 'risk'; optional?: boolean }[]
  lessons: { id: string; optional?: boolean }[]
}

/** An entry of a digest and what a reader filed it under. */
export interface ThemeExample {
  file: string
  entry: Entry
  sentences: Sentences
  labels: ThemeLabels
  /** Index of the folder that the labels come from. */
  folder: number
}

/** A folder of digests, and one of labels for some of their entries. */
export interface LabelledSet {
  digests: string
  labels: string
}

/** The labelled entries of all sets, in the order of folders, files and places; of labels for one entry, the first count. */
export function readExamples(sets: LabelledSet[]): ThemeExample[] {
  const folders = [...new Set(sets.map(({ digests }) => digests))]
  return folders.flatMap((digests) => {
    const labels = labelsFor(digests, sets)
    return readdirSync(digests)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .flatMap((file) => readSource({ source: file, bytes: readFileSync(join(digests, file)) }).entries)
      .flatMap((entry): ThemeExample[] => {
        const known = labels.get(`${entry.source}#${entry.index}`)
        return known === undefined
          ? []
          : // Two folders may hold digests of one name
            [{ file: join(digests, entry.source), entry, sentences: sentencesOf(entry), ...known }]
      })
  })
}

function labelsFor(digests: string, sets: LabelledSet[]): Map<string, Pick<ThemeExample, 'labels' | 'folder'>> {
  const found = new Map<string, Pick<ThemeExample, 'labels' | 'folder'>>()
  sets.forEach((set, folder) => {
    if (set.digests !== digests) return
    for (const line of linesOf(set.labels)) {
      const labelled = JSON.parse(line) as ThemeLabels & { file: string; index: number }
      const key = `${labelled.file}#${labelled.index}`
      if (!found.has(key)) found.set(key, { labels: labelled, folder })
    }
  })
  return found
}

function linesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
}
