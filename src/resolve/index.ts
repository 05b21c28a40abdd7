export { createRoleOf } from './create-role-of.ts'
export { createNameAtStart, LONGEST_START } from './name-at-start.ts'
export { type PackedLexicon, packLexicon, unpackLexicon } from './pack-lexicon.ts'
export { resolveCandidates } from './resolve-candidates.ts'
