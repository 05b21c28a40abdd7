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

/** Entries of the digests that one of the label folders knows, in the order of files and places; the first folder wins. */
export function readExamples(digests: string, folders: string[]): ThemeExample[] {
  const labels = new Map<string, { labels: ThemeLabels; folder: number; title: string }>()
  folders.forEach((path, folder) => {
    for (const line of linesOf(path)) {
      const labelled = JSON.parse(line) as ThemeLabels & { file: string; index: number; title: string }
      const key = `${labelled.file}#${labelled.index}`
      if (!labels.has(key)) labels.set(key, { labels: labelled, folder, title: labelled.title })
    }
  })
  return readdirSync(digests)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((file) => readSource({ source: file, bytes: readFileSync(join(digests, file)) }).entries)
    .flatMap((entry): ThemeExample[] => {
      const known = labels.get(`${entry.source}#${entry.index}`)
      return known === undefined
        ? []
        : [{ file: entry.source, entry, sentences: sentencesOf(entry), labels: known.labels, folder: known.folder }]
    })
}

function linesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
}
