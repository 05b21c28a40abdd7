import { describe, expect, it } from 'vitest'
import { commasLast, FRAMES } from '../../src/patterns/compose-sentence.ts'
import type { ToldInstance } from '../../src/patterns/tell-instances.ts'

const told = (subject: string, past: string, gerund: string) => ({ subject, past, gerund }) as ToldInstance
const A = told('Fernbank', 'moved its cache', 'moving its cache')
const B = told('Pellmoor', 'split its store', 'splitting its store')
const C = told('Tidewater', 'named queues, relays and stores', 'naming queues, relays and stores')
const CLAIM = 'Parts are being pulled apart'
const write = (id: string, instances: ToldInstance[], opening = '') => {
  const frame = FRAMES.find((each) => each.id === id)
  return frame
    ?.compose(CLAIM, instances, opening)
    .map(({ text }) => text)
    .join('')
}

describe('frames', () => {
  it.each([
    [
      'whether it is instances, claim',
      [A, B],
      'Whether it is Fernbank moving its cache or Pellmoor splitting its store, parts are being pulled apart.',
    ],
    [
      'claim, whether through instances',
      [A, B, C],
      'Parts are being pulled apart, whether it is Fernbank moving its cache, Pellmoor splitting its store, or Tidewater naming queues, relays and stores.',
    ],
    [
      'claim: instances',
      [A, B],
      'Parts are being pulled apart: Fernbank moved its cache, and Pellmoor split its store.',
    ],
    [
      'claim: instances',
      [C, A],
      'Parts are being pulled apart: Tidewater named queues, relays and stores; and Fernbank moved its cache.',
    ],
    [
      'claim, with instances',
      [A, B],
      'Parts are being pulled apart, with Fernbank moving its cache and Pellmoor splitting its store.',
    ],
    [
      'claim. at one this means …',
      [A, B, C],
      'Parts are being pulled apart. At Fernbank this means moving its cache, at Pellmoor splitting its store, and at Tidewater naming queues, relays and stores.',
    ],
    [
      'claim: first, for one, while second',
      [A, B],
      'Parts are being pulled apart. Fernbank, for one, moved its cache, while Pellmoor split its store.',
    ],
    [
      'from first to second, claim',
      [A, B],
      'From Fernbank moving its cache to Pellmoor splitting its store, parts are being pulled apart.',
    ],
    [
      'one idea stands behind instances: claim',
      [A, B],
      'One idea stands behind Fernbank moving its cache and Pellmoor splitting its store: parts are being pulled apart.',
    ],
  ])('%s', (id, instances, sentence) => {
    expect(write(id, instances)).toBe(sentence)
  })

  it('goes on in lower case behind an opening', () => {
    expect(write('claim: instances', [A, B], 'Meanwhile,')).toMatch(/^Meanwhile, parts are/)
    expect(write('whether it is instances, claim', [A, B], 'Meanwhile,')).toMatch(/^Meanwhile, whether it is/)
  })

  it('ends every sentence once, whatever the frame', () => {
    for (const frame of FRAMES) {
      const text = write(frame.id, [A, B, C].slice(0, Math.min(3, frame.most))) as string
      expect(text).toMatch(/^[A-Z].*[^.]\.$/)
      expect(text).not.toMatch(/ {2}|, ,|;;/)
    }
  })

  it('puts an instance with commas last', () => {
    expect(commasLast([C, A, B])).toEqual([A, B, C])
  })
})
