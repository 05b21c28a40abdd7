import { describe, expect, test } from 'vitest'
import { cueAnchors } from '../../../src/extract/themes/cue-anchors.ts'
import { SHIPPED } from './shipped-ontology.ts'

describe('the literal starts of an expression', () => {
  test.each<[string, string[]]>([
    ['typos?', ['typo', 'typos']],
    ['re-?roll', ['re-roll', 'reroll']],
    ['(?:bad|Wrong) (?:push|build)', ['bad build', 'bad push', 'wrong build', 'wrong push']],
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
    ['dns|dns server', ['dns', 'dns server']],
    ['dns\\w*|dns server', ['dns', 'dns server']],
    ['é', ['']],
    ['\\w+ loss', ['']],
    ['(?:a|)b', ['ab', 'b']],
    ['\\x41', ['']],
  ])('%s', (source, anchors) => {
    expect(cueAnchors(source).starts).toEqual(anchors)
  })

  test.each<[string, boolean]>([
    ['agents?', true],
    ['(?:hot|cold) spares?', true],
    ['cach\\w+', true],
    ['cach\\w+ misses', false],
    ['(?:cach\\w+)?ing', false],
    ['(?=x)out', false],
    ['a very long literal of more than thirty letters', false],
  ])('%s is all there is to match: %s', (source, exact) => {
    expect(cueAnchors(source).exact).toBe(exact)
  })

  test('the letters that may follow an exact start, and what stands later on', () => {
    expect(cueAnchors('(?:leak\\w*|spill)')).toEqual({ starts: ['leak', 'spill'], exact: true, tails: [0, -1] })
    expect(cueAnchors('degrad\\w+')).toEqual({ starts: ['degrad'], exact: true, tails: [1] })
    expect(cueAnchors('agents? (?:\\w+ ){0,3}(?:fail|stray)\\w*').later).toEqual({
      texts: ['fail', 'stray'],
      blanks: 4,
    })
    expect(cueAnchors('(?:big )?data (?:\\w+ )?loss').later).toEqual({ texts: ['loss'], blanks: 3 })
    expect(cueAnchors('log (?:\\w+[- ]){0,2}(?:flood|storm)s?').later).toEqual({ texts: ['flood', 'storm'], blanks: 3 })
    expect(cueAnchors('data .{0,20} loss').later).toEqual({ texts: ['loss'], blanks: 22 })
    // The word may begin within another, or there may be no blank.
    expect(cueAnchors('data (?:\\w+[- ]?)?loss').later).toBeUndefined()
    expect(cueAnchors('data(?:\\w+ )?loss').later).toBeUndefined()
    expect(cueAnchors('data loss (?:in|of) \\w+|data leak').later).toBeUndefined()
  })

  test('every shipped cue has starts of two letters or more', () => {
    const cues = [...SHIPPED.failureModes, ...SHIPPED.lessons].flatMap(({ cues, weak = [] }) => [...cues, ...weak])
    expect(cues.length).toBeGreaterThan(1200)
    expect(cues.filter((cue) => cueAnchors(cue).starts.some((anchor) => anchor.length < 2))).toEqual([])
  })
})
