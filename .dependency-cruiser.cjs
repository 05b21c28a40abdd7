/**
 * The way through the house: a room may import the rooms before it, never one after it.
 * `test/architecture.test.ts` runs these rules over the sources and over a planted violation.
 */
const ROOMS = ['model', 'ontology', 'read', 'extract', 'resolve', 'graph', 'patterns', 'query', 'export', 'evaluate']
const DOORS = ['io', 'pipeline.ts', 'graph-of.ts', 'passes.ts', 'build-all.ts', 'cli', 'mcp', 'index.ts']
const path = (names) => `^src/(${names.map((name) => name.replace('.', '\\.')).join('|')})(/|$)`

/** resolve's lexicon is made of extract's candidates; evaluate looks at results only. */
const later = (room) => ROOMS.slice(ROOMS.indexOf(room) + 1)

module.exports = {
  forbidden: [
    ...ROOMS.filter((room) => later(room).length > 0).map((room) => ({
      name: `${room}-imports-forward`,
      severity: 'error',
      from: { path: path([room]) },
      to: { path: path(later(room)) },
    })),
    { name: 'core-imports-door', severity: 'error', from: { path: path(ROOMS) }, to: { path: path(DOORS) } },
    {
      name: 'core-does-io',
      severity: 'error',
      from: { path: path(ROOMS) },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|net|http|https|child_process|worker_threads|os|dns|tls|process)',
      },
    },
    { name: 'page-imports-door', severity: 'error', from: { path: '^viz/' }, to: { path: path(DOORS) } },
    {
      name: 'page-stays-small',
      severity: 'error',
      from: { path: '^viz/src' },
      to: { path: 'node_modules/zod/(?!.*mini)' },
    },
    {
      name: 'one-sigma-module',
      severity: 'error',
      from: { path: '^viz/src/', pathNot: '^viz/src/sigma-adapter\\.ts$' },
      to: { path: 'node_modules/(sigma|@sigma)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(src|viz)' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
