export { createRoleOf } from './create-role-of.ts'
export { createNameAtStart } from './name-at-start.ts'
export { resolveCandidates } from './resolve-candidates.ts'
