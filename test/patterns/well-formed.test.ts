import { describe, expect, it } from 'vitest'
import { conjugate } from '../../src/patterns/conjugate.ts'
import { flawOf } from '../../src/patterns/well-formed.ts'
import { endsOnNoun } from '../../src/patterns/word-classes.ts'

describe('flawOf', () => {
  it.each([
    'routed video through its own relay network directly to worker processes running the model',
    'put a schema registry in front of Kafka that enforces backward compatibility',
    'moved durable execution into PostgreSQL so workflows run beside the data',
    'found a lowered effort setting, a terse system prompt and a caching bug that erased earlier turns',
    'turned its asynchronous API into a pull-based system that absorbs tasks whenever the fleet is idle',
    'used isolates to sandbox untrusted plugins',
    'traced the stalls to leaked file handles',
    'asked a model to review designs, validate inputs and write the report',
    'updated the gateway to automatically route requests to the new weights',
    'collapsed thousands of tools into simple search and execute functions',
  ])('passes “%s”', (predicate) => {
    expect(flawOf(predicate)).toBeNull()
  })

  it.each([
    ['sent upstream use a shared lock', 'a second finite verb'],
    ['issued over a socket takes the place of the password', 'a second finite verb'],
    ['monitored happens on the edge of the network', 'a second finite verb'],
    ['came in three sizes, accepts up to 256K tokens', 'a second finite verb'],
    ['dropped its index and lets an agent search with grep', 'a second finite verb'],
    ['moved to Vault and maps external groups', 'a second finite verb'],
    ['dictated publication and orchestrates all validation loops', 'a second finite verb'],
    ['ensured raw secrets are scrubbed at the edge', 'a second finite verb'],
    ['loaded the adapter when a request arrives', 'a present under a past'],
    ['allowed engineers to monitor', 'an infinitive without its object'],
    ['moved the index out of', 'a preposition without its noun'],
    ['put the cache behind the of the fleet', 'an article without its noun'],
  ])('refuses “%s”: %s', (predicate, flaw) => {
    expect(flawOf(predicate)).toBe(flaw)
  })
})

describe('conjugate', () => {
  it.each([
    ['routes', 'routed', 'routing'],
    ['caching', 'cached', 'caching'],
    ['stopped', 'stopped', 'stopping'],
    ['runs', 'ran', 'running'],
    ['using', 'used', 'using'],
    ['leverages', 'used', 'using'],
    ['copies', 'copied', 'copying'],
    ['embeds', 'embedded', 'embedding'],
    ['scoping', 'scoped', 'scoping'],
    ['rewrote', 'rewrote', 'rewriting'],
    ['attaches', 'attached', 'attaching'],
    ['focuses', 'focused', 'focusing'],
    ['hot-swaps', 'hot-swapped', 'hot-swapping'],
    ['visits', 'visited', 'visiting'],
    ['frees', 'freed', 'freeing'],
    ['ties', 'tied', 'tying'],
  ])('%s: %s, %s', (verb, past, gerund) => {
    expect(conjugate(verb)).toEqual({ past, gerund })
  })

  it('takes no name for a verb', () => {
    expect(conjugate('Kafka')).toBeNull()
  })
})

describe('endsOnNoun', () => {
  it.each([
    'the write path',
    'worker processes',
    'an event log',
    'eBPF',
    'request routing',
    'a rate of 3%',
    'its own certificate',
  ])('“%s” does', (phrase) => expect(endsOnNoun(phrase)).toBe(true))
  it.each([
    'the write path using',
    'a fully public',
    'the file system built',
    'windows up',
    'jobs start sooner',
    'to migrate',
  ])('“%s” does not', (phrase) => expect(endsOnNoun(phrase)).toBe(false))
})
