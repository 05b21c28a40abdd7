import type { Entry } from '../../model/index.ts'
import type { Sentences, ThemeHit } from './theme-cues.ts'

/** What follows tells of the answer to a failure. */
export const ANSWER =
  /\b(?:to (?:solve|address|combat|mitigate|overcome|prevent|avoid|fix)|introduc|implement|built|build|adopt|integrat|enforc|deploy|verif|scan|launch|creat|develop|enabl|ensur|allow)\w*/i

/** "p95 latency fell by a third": what got better says little of what went wrong. */
export function isMovedFigure({ field, sentence, start, end }: ThemeHit, entry: Entry): boolean {
  if (field === 'body' && sentence === 0) return false
  const text = entry[field]
  return (
    /^\W*(?:\w+\W+){0,3}(?:fell|fall(?:s|ing)?|drop(?:s|ped|ping)|improv\w+|halved|shr[aiu]nk|declin\w+|(?:from \S+ \w+ )?(?:by|to) (?:\w+ )?\d)/i.test(
      text.slice(end, end + 60),
    ) ||
    /\b(?:improv\w+|reduc\w+|cut\w*|lower\w*|slash\w*|halv\w+|dropp?\w*|shrink\w*|sav(?:e|es|ed|ing)) (?:[\w-]+ ){0,4}$/i.test(
      text.slice(Math.max(0, start - 60), start),
    )
  )
}

/** Behind "to solve this", "introduced": the sentence tells of the answer. */
export function isAfterAnswer({ field, sentence, start }: ThemeHit, entry: Entry, sentences: Sentences): boolean {
  if (field === 'title' || sentence === 0) return false
  const from = sentences[field][sentence]?.[0] ?? 0
  return ANSWER.test(entry[field].slice(from, start))
}
