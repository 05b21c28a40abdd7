import { countWord } from './count-words.ts'
import { capitalize } from './phrase-list.ts'
import type { ToldInstance } from './tell-instances.ts'

/** A piece of a sentence: the theme's own words, an instance, or what joins them. */
export interface Piece {
  text: string
  kind: 'claim' | 'instance' | 'joint'
  instance?: ToldInstance
}

/** How claim and instances make a sentence. */
export interface Frame {
  id: string
  /** Needs every instance as a gerund. */
  gerund: boolean
  /** At most this many instances read well, and at least this many (default 2). */
  most: number
  least?: number
  compose(claim: string, told: ToldInstance[], opening: string): Piece[]
}

const claimPiece = (text: string): Piece => ({ text, kind: 'claim' })
const joint = (text: string): Piece => ({ text, kind: 'joint' })
const past = (instance: ToldInstance, upper = false): Piece => ({
  text: `${upper ? capitalize(instance.subject) : instance.subject} ${instance.past}`,
  kind: 'instance',
  instance,
})
const gerund = (instance: ToldInstance): Piece => ({
  text: `${instance.subject} ${instance.gerund}`,
  kind: 'instance',
  instance,
})

/** Opening and claim as one: "Elsewhere, permissions are …". */
function opened(opening: string, claim: string): string {
  return opening === '' ? claim : `${opening} ${uncapitalize(claim)}`
}

export const FRAMES: Frame[] = [
  {
    id: 'colon',
    gerund: false,
    most: 3,
    compose: (claim, told, opening) => [
      claimPiece(opened(opening, claim)),
      joint(': '),
      ...joined(
        told.map((t) => past(t)),
        'and',
        true,
      ),
      joint('.'),
    ],
  },
  {
    id: 'with',
    gerund: true,
    most: 3,
    compose: (claim, told, opening) => [
      claimPiece(opened(opening, claim)),
      joint(', with '),
      ...joined(told.map(gerund), 'and'),
      joint('.'),
    ],
  },
  instancesFirst('whether', 'Whether it is ', 'or'),
  {
    id: 'while',
    gerund: false,
    most: 3,
    compose: (claim, told, opening) => {
      const [first, ...rest] = told
      const last = rest.pop()
      const wordy = told.some((instance) => instance.past.includes(','))
      return [
        claimPiece(opened(opening, claim)),
        joint('. '),
        ...(first === undefined ? [] : [past(first, true)]),
        ...rest.flatMap((instance) => [joint(wordy ? '; ' : ', '), past(instance)]),
        ...(last === undefined
          ? []
          : [joint(rest.length > 0 ? (wordy ? '; and ' : ', and ') : ', while '), past(last)]),
        joint('.'),
      ]
    },
  },
  {
    id: 'from-to',
    gerund: true,
    most: 2,
    compose: (claim, [a, b]) => [
      joint('From '),
      gerund(a as ToldInstance),
      joint(' to '),
      gerund(b as ToldInstance),
      joint(', '),
      claimPiece(uncapitalize(claim)),
      joint('.'),
    ],
  },
  instancesFirst('be-it', 'Be it ', 'or'),
  instancesFirst('with-first', 'With ', 'and'),
  {
    id: 'counted',
    gerund: false,
    most: 3,
    least: 3,
    compose: (claim, told, opening) => [
      claimPiece(
        `${opened(opening, claim)}, and ${countWord(new Set(told.map((t) => t.company)).size)} companies show how`,
      ),
      joint(': '),
      ...joined(
        told.map((t) => past(t)),
        'and',
        true,
      ),
      joint('.'),
    ],
  },
]

/** "Whether it is A doing this or B doing that, the claim." */
function instancesFirst(id: string, opening: string, word: string): Frame {
  return {
    id,
    gerund: true,
    most: 3,
    compose: (claim, told) => [
      joint(opening),
      ...joined(told.map(gerund), word),
      joint(', '),
      claimPiece(uncapitalize(claim)),
      joint('.'),
    ],
  }
}

/** Pieces as a list; semicolons where an instance holds a comma of its own. */
function joined(pieces: Piece[], word: string, clauses = false): Piece[] {
  const wordy = pieces.some(({ text }) => text.includes(','))
  const list: Piece[] = []
  pieces.forEach((piece, i) => {
    if (i > 0 && i === pieces.length - 1)
      list.push(joint(wordy ? `; ${word} ` : pieces.length > 2 || clauses ? `, ${word} ` : ` ${word} `))
    else if (i > 0) list.push(joint(wordy ? '; ' : ', '))
    list.push(piece)
  })
  return list
}

function uncapitalize(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
