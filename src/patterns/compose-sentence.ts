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
  /** What gives the sentence its turn; one of a kind in a paragraph. */
  turn: string
  /** How the instances are told: "X moving …", "X moved …", or "at X … moving …". */
  form: 'gerund' | 'past' | 'at'
  /** Only where no instance has a comma of its own. */
  plain?: boolean
  /** At least and at most this many instances read well. */
  least?: number
  most: number
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
const at = (instance: ToldInstance, means: string, upper = false): Piece => ({
  text: `${upper ? 'At' : 'at'} ${instance.subject} ${means}${instance.gerund}`,
  kind: 'instance',
  instance,
})

/** Opening and claim as one: "Elsewhere, permissions are …". */
function opened(opening: string, claim: string): string {
  return opening === '' ? claim : `${opening} ${uncapitalize(claim)}`
}

function pasts(told: ToldInstance[], upper: boolean): Piece[] {
  return told.map((instance, i) => past(instance, upper && i === 0))
}

/** The plainest: the claim, a colon, what each did. */
export const LISTED: Frame = {
  id: 'claim: instances',
  turn: 'colon',
  form: 'past',
  most: 3,
  compose: (claim, told, start) => [
    claimPiece(opened(start, claim)),
    joint(': '),
    ...joined(pasts(told, false), 'and', true),
    joint('.'),
  ],
}

export const FRAMES: Frame[] = [
  {
    id: 'whether it is instances, claim',
    turn: 'whether',
    form: 'gerund',
    plain: true,
    most: 3,
    compose: (claim, told, start) => [
      joint(start === '' ? 'Whether it is ' : `${start} whether it is `),
      ...joined(told.map(gerund), 'or'),
      joint(', '),
      claimPiece(uncapitalize(claim)),
      joint('.'),
    ],
  },
  {
    id: 'claim, whether through instances',
    turn: 'whether',
    form: 'gerund',
    most: 3,
    compose: (claim, told, start) => [
      claimPiece(opened(start, claim)),
      joint(', whether it is '),
      ...joined(told.map(gerund), 'or'),
      joint('.'),
    ],
  },
  LISTED,
  {
    id: 'claim, with instances',
    turn: 'with',
    form: 'gerund',
    most: 3,
    compose: (claim, told, start) => [
      claimPiece(opened(start, claim)),
      joint(', with '),
      ...joined(told.map(gerund), 'and'),
      joint('.'),
    ],
  },
  {
    id: 'claim. at one this means …',
    turn: 'at',
    form: 'at',
    most: 3,
    compose: (claim, told, start) => [
      claimPiece(opened(start, claim)),
      joint('. '),
      ...joined(
        told.map((instance, i) => at(instance, i === 0 ? 'this means ' : '', i === 0)),
        'and',
        true,
      ),
      joint('.'),
    ],
  },
  {
    id: 'claim: first, for one, while second',
    turn: 'first,',
    form: 'past',
    plain: true,
    most: 2,
    compose: (claim, told, start) => {
      const [a, b] = told as [ToldInstance, ToldInstance]
      return [
        claimPiece(opened(start, claim)),
        joint('. '),
        { text: `${capitalize(a.subject)}, for one, ${a.past}`, kind: 'instance', instance: a },
        joint(', while '),
        past(b),
        joint('.'),
      ]
    },
  },
  {
    id: 'claim, as when instances',
    turn: 'as',
    form: 'past',
    plain: true,
    most: 2,
    compose: (claim, told, start) => [
      claimPiece(opened(start, claim)),
      joint(', as when '),
      ...joined(pasts(told, false), 'and', true),
      joint('.'),
    ],
  },
  {
    id: 'from first to second, claim',
    turn: 'from',
    form: 'gerund',
    plain: true,
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
  {
    id: 'one idea stands behind instances: claim',
    turn: 'joins',
    form: 'gerund',
    plain: true,
    most: 3,
    compose: (claim, told, start) => [
      joint(start === '' ? 'One idea stands behind ' : `${start} one idea stands behind `),
      ...joined(told.map(gerund), 'and'),
      joint(': '),
      claimPiece(uncapitalize(claim)),
      joint('.'),
    ],
  },
  {
    id: 'claim. instances',
    turn: 'stop',
    form: 'past',
    most: 3,
    compose: (claim, told, start) => [
      claimPiece(opened(start, claim)),
      joint('. '),
      ...joined(pasts(told, true), told.length === 2 ? 'while' : 'and', true),
      joint('.'),
    ],
  },
]

/** An instance with commas of its own reads best at the end of a list. */
export function commasLast(told: ToldInstance[]): ToldInstance[] {
  const has = ({ past }: ToldInstance) => past.includes(',')
  return [...told.filter((instance) => !has(instance)), ...told.filter(has)]
}

/** What stands alone, where the shared themes leave the paragraph short: "Outside of this pattern, Loka built …". */
export function composeLone(told: ToldInstance[], lead: string): Piece[] {
  return [joint(`${lead}, `), ...joined(pasts(told, false), 'and', true), joint('.')]
}

/** Pieces as a list; semicolons where an instance holds a comma of its own, a comma before the "and" where it holds one. */
function joined(
  pieces: Piece[],
  word: string,
  clauses = false,
  // Commas inside the last one mislead nobody.
  wordy = pieces.slice(0, -1).some(({ text }) => text.includes(',')),
): Piece[] {
  const long = clauses || pieces.some(({ text }) => / (?:and|or) |,/.test(text))
  const list: Piece[] = []
  pieces.forEach((piece, i) => {
    if (i > 0 && i === pieces.length - 1)
      list.push(joint(wordy ? `; ${word} ` : pieces.length > 2 || long ? `, ${word} ` : ` ${word} `))
    else if (i > 0) list.push(joint(wordy ? '; ' : ', '))
    list.push(piece)
  })
  return list
}

function uncapitalize(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
