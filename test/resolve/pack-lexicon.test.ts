import { expect, it } from 'vitest'
import { ontologyEntities } from '../../src/extract/index.ts'
import type { Lexicon, LexiconEntity, Ontology } from '../../src/model/index.ts'
import { EMPTY_ONTOLOGY } from '../../src/ontology/index.ts'
import { packLexicon, unpackLexicon } from '../../src/resolve/index.ts'

const ONTOLOGY: Ontology = {
  ...EMPTY_ONTOLOGY,
  companies: ['acme', 'birch', 'cedar', 'dune'].map((id) => ({ id, name: `${id} Works` })),
}
const KNOWN = ontologyEntities(ONTOLOGY)
const learned: LexiconEntity = { ...(KNOWN[0] as LexiconEntity), id: 'company:elm', label: 'Elm', origin: 'learned' }

it.each<[string, LexiconEntity[], number]>([
  ['the ontology as it is', [...KNOWN], 1],
  ['one learned', [...KNOWN, learned], 2],
  ['one changed', KNOWN.map((entity, i) => (i === 1 ? { ...entity, label: 'Birch' } : entity)), 3],
  ['one left out', KNOWN.filter((_, i) => i !== 1), 2],
  ['another order', [KNOWN[2], learned, KNOWN[0]] as LexiconEntity[], 3],
  ['nothing', [], 0],
])('a lexicon survives its packing: %s', (_, entities, parts) => {
  const lexicon: Lexicon = { entities, log: [] }
  const packed = packLexicon(lexicon, ONTOLOGY)
  expect(packed.parts).toHaveLength(parts)
  expect(unpackLexicon(structuredClone(packed), ONTOLOGY)).toEqual(lexicon)
})
