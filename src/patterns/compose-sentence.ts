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
  /** Only where no instance has a comma of its own. */
  plain?: boolean
  /** At most this many instances read well. */
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

/** Opening and claim as one: "Elsewhere, permissions are …". */
function opened(opening: string, claim: string): string {
  return opening === '' ? claim : `${opening} ${uncapitalize(claim)}`
}

/** The opening before instances; the first one is capitalised where there is none. */
function opening(text: string): Piece[] {
  return text === '' ? [] : [joint(`${text} `)]
}

function pasts(told: ToldInstance[], upper: boolean): Piece[] {
  return told.map((instance, i) => past(instance, upper && i === 0))
}

export const FRAMES: Frame[] = [
  {
    id: 'claim: instances',
    gerund: false,
    most: 3,
    compose: (claim, told, start) => [
      claimPiece(opened(start, claim)),
      joint(': '),
      ...joined(pasts(told, false), 'and', true),
      joint('.'),
    ],
  },
  {
    id: 'claim. instances',
    gerund: false,
    most: 3,
    compose: (claim, told, start) => [
      claimPiece(opened(start, claim)),
      joint('. '),
      ...joined(pasts(told, true), told.length === 2 ? 'while' : 'and', true),
      joint('.'),
    ],
  },
  {
    id: 'instances: claim',
    plain: true,
    gerund: false,
    most: 3,
    compose: (claim, told, start) => [
      ...opening(start),
      ...joined(pasts(told, start === ''), 'and', true),
      joint(': '),
      claimPiece(uncapitalize(claim)),
      joint('.'),
    ],
  },
  {
    id: 'claim, with instances',
    gerund: true,
    most: 3,
    compose: (claim, told, start) => [
      claimPiece(opened(start, claim)),
      joint(', with '),
      ...joined(told.map(gerund), 'and'),
      joint('.'),
    ],
  },
  {
    id: 'claim: first, for one, while second',
    plain: true,
    gerund: false,
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
    plain: true,
    gerund: false,
    most: 2,
    compose: (claim, told, start) => [
      claimPiece(opened(start, claim)),
      joint(', as when '),
      ...joined(pasts(told, false), 'and'),
      joint('.'),
    ],
  },
  {
    id: 'from first to second, claim',
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
  {
    id: 'instances; in both cases, claim',
    plain: true,
    gerund: false,
    most: 2,
    compose: (claim, told, start) => [
      ...opening(start),
      ...joined(pasts(told, start === ''), 'and', true),
      joint('; in both cases, '),
      claimPiece(uncapitalize(claim)),
      joint('.'),
    ],
  },
  {
    id: 'with instances, claim',
    gerund: true,
    most: 2,
    compose: (claim, told) => [
      joint('With '),
      ...joined(told.map(gerund), 'and'),
      joint(', '),
      claimPiece(uncapitalize(claim)),
      joint('.'),
    ],
  },
]

/** What stands alone, where the shared themes leave the paragraph short: "On other fronts, Loka built …, and …". */
export function composeLone(told: ToldInstance[], lead: string): Piece[] {
  return [joint(`${lead}, `), ...joined(pasts(told, false), 'and', true), joint('.')]
}

/** Pieces as a list; semicolons where an instance holds a comma of its own. */
function joined(
  pieces: Piece[],
  word: string,
  clauses = false,
  wordy = pieces.some(({ text }) => text.includes(',')),
): Piece[] {
  const list: Piece[] = []
  pieces.forEach((piece, i) => {
    if (i > 0 && i === pieces.length - 1)
      list.push(
        joint(
          wordy ? (pieces.length === 2 ? '; ' : '; and ') : pieces.length > 2 || clauses ? `, ${word} ` : ` ${word} `,
        ),
      )
    else if (i > 0) list.push(joint(wordy ? '; ' : ', '))
    list.push(piece)
  })
  return list
}

function uncapitalize(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
