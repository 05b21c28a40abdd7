import { expect, it } from 'vitest'
import { createRoleOf } from '../../src/resolve/index.ts'

const roleOf = createRoleOf({
  companies: [
    { id: 'eslint', name: 'ESLint', kind: 'community' },
    { id: 'mongodb', name: 'MongoDB' },
    { id: 'the-gazette', name: 'The Gazette', aliases: ['Gazette Weekly'], publisher: true },
  ],
  technologies: [
    { id: 'eslint', name: 'ESLint', kind: 'tool' },
    { id: 'mongodb', name: 'MongoDB', kind: 'database' },
    { id: 'jquery', name: 'jQuery', aliases: ['jQuery 4'], kind: 'library' },
    { id: 'go', name: 'Go', kind: 'language', ambiguous: ['Go'] },
    { id: 'ai', name: 'AI', kind: 'technique', generic: true },
  ],
})

it.each([
  ['jQuery', 'project'],
  ['JQUERY  4', 'project'],
  ['jQuery’s', 'project'],
  ['ESLint', 'project'],
  ['MongoDB', undefined],
  ['Gazette Weekly', 'publisher'],
  ['Go', undefined],
  ['AI', undefined],
  ['toString', undefined],
])('the ontology says of %s: %s', (name, role) => expect(roleOf(name)).toBe(role))
