/**
 * The library: everything that the command line does, as typed functions. The core (`readSource`, `createExtractor`,
 * `buildGraph`, `findPatterns`, `answerQuestion`, `exportGraph` …) is pure; `openSources`, `loadOntology`,
 * `readGraphFile` and `writeAtomically` are the doors to files and network.
 *
 * @module throughline
 */
export * from './evaluate/index.ts'
export * from './export/index.ts'
export * from './extract/index.ts'
export * from './graph/index.ts'
export { loadOntology, loadShippedOntology, readOntologyFolder } from './io/load-ontology.ts'
export {
  type FetchSource,
  type OpenedSources,
  type OpenSource,
  type OpenSourcesOptions,
  openSources,
} from './io/open-sources.ts'
export { readGraphFile } from './io/read-graph-file.ts'
export { writeAtomically } from './io/write-atomically.ts'
export { createMcpServer } from './mcp/server.ts'
export * from './model/index.ts'
export * from './ontology/index.ts'
export {
  createFirstPass,
  createSecondPass,
  type FileTask,
  type FirstPassResult,
  readFile,
  type SecondPassResult,
} from './passes.ts'
export * from './patterns/index.ts'
export {
  type Extraction,
  extractSources,
  type FileReport,
  graphOf,
  inThisThread,
  type PassRunner,
  type RunOptions,
} from './pipeline.ts'
export * from './query/index.ts'
export * from './read/index.ts'
export * from './resolve/index.ts'
