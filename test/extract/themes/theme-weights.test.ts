import { expect, test } from 'vitest'
import { sentenceSpans } from '../../../src/extract/sentence-spans.ts'
import { createThemeExplainer } from '../../../src/extract/themes/index.ts'
import { THEME_FEATURES } from '../../../src/extract/themes/theme-features.ts'
import type { Entry } from '../../../src/model/index.ts'
import { compileOntology } from '../../../src/ontology/index.ts'
import { SHIPPED } from './shipped-ontology.ts'

const weights = SHIPPED.themeWeights

test('the shipped weights are those of the features and themes that there are', () => {
  expect(Object.keys(weights?.features.lesson ?? {})).toEqual([...THEME_FEATURES])
  expect(Object.keys(weights?.features['failure-mode'] ?? {})).toEqual([...THEME_FEATURES])
  const modes = new Set(SHIPPED.failureModes.map(({ id }) => id))
  const lessons = new Set(SHIPPED.lessons.map(({ id }) => id))
  expect(Object.keys(weights?.labels['failure-mode'] ?? {}).filter((id) => !modes.has(id))).toEqual([])
  expect(Object.keys(weights?.labels.lesson ?? {}).filter((id) => !lessons.has(id))).toEqual([])
})

test('the contributions of a label add up to its score', () => {
  const body = 'A memory leak caused an outage. The memory leak was found with a profiler.'
  const entry = { title: 'A memory leak', bylineText: '', body } as Entry
  const explain = createThemeExplainer(SHIPPED)
  const [first] = explain(entry, { title: [[0, 13]], bylineText: [], body: sentenceSpans(body) })
  expect(first).toMatchObject({ id: 'memory-leak', label: true })
  const sum = first?.contributions.reduce((total, { value }) => total + value, 0) ?? Number.NaN
  expect(Math.abs(sum - (first?.score ?? Number.NaN))).toBeLessThan(0.1)
})

test('the words that speak for a label are part of its explanation', () => {
  const body = 'The certificate ran out on a Sunday and browsers refused the site.'
  const entry = { title: 'A quiet Sunday', bylineText: '', body } as Entry
  const [first] = createThemeExplainer(SHIPPED)(entry, { title: [[0, 14]], bylineText: [], body: [[0, body.length]] })
  expect(first).toMatchObject({ id: 'expired-certificate', label: true })
  const what = first?.contributions.find(({ what }) => what.startsWith('words, best sentence: '))?.what
  expect(what).toContain('browsers refused')
})

test('weights that break the schema are an error with the way to mend it', () => {
  const { ontology, diagnostics } = compileOntology([{ path: 'theme-weights.json', text: '{"format":"other"}' }])
  expect(ontology.themeWeights).toBeUndefined()
  expect(diagnostics).toMatchObject([
    { code: 'ontology-theme-weights', severity: 'error', source: 'theme-weights.json' },
  ])
})
