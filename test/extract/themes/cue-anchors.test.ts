import { describe, expect, test } from 'vitest'
import { cueAnchors } from '../../../src/extract/themes/cue-anchors.ts'
import { SHIPPED } from './shipped-ontology.ts'

describe('the literal starts of an expression', () => {
  test.each<[string, string[]]>([
    ['typos?', ['typo']],
    ['re-?roll', ['re-roll', 'reroll']],
    ['(?:bad|Wrong) (?:push|build)', ['bad build', 'bad push', 'wrong buil', 'wrong push']],
    ['organi[sz]ed', ['organised', 'organized']],
    ['(?:very )?slow', ['slow', 'very slow']],
    ['cache (?:\\w+ ){0,2}miss', ['cache ']],
    ['data\\w* loss', ['data']],
    ['lo+p', ['lo']],
    ['lo*p', ['lo', 'lp']],
    ['lo{2}p', ['lo']],
    ['p9[0-9]', ['p9']],
    ['c\\+\\+', ['c++']],
    ['(?=x)out(?!y)', ['out']],
    ['(?<name>one|two) more', ['one more', 'two more']],
    ['\\bword\\b', ['word']],
    ['dns|dns server', ['dns']],
    ['é', ['']],
    ['\\w+ loss', ['']],
    ['(?:a|)b', ['ab', 'b']],
    ['\\x41', ['']],
  ])('%s', (source, anchors) => {
    expect(cueAnchors(source)).toEqual(anchors)
  })

  test('every shipped cue has starts of two letters or more', () => {
    const cues = [...SHIPPED.failureModes, ...SHIPPED.lessons].flatMap(({ cues, weak = [] }) => [...cues, ...weak])
    expect(cues.length).toBeGreaterThan(1200)
    expect(cues.filter((cue) => cueAnchors(cue).some((anchor) => anchor.length < 2))).toEqual([])
  })
})
