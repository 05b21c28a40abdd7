/**
 * Everything that the command line does, as typed functions. The core (`readSource`, `createExtractor`, `buildGraph`,
 * `findPatterns`, `createAnswerer`, `exportGraph` …) is pure; `buildAll`, `openSources`, `loadOntology`,
 * `readGraphFile`, `writeAtomically`, `writeSite` and `serve` are the doors to files and network. Start with
 * {@link buildAll}. The MCP server is `throughline/mcp`.
 *
 * @module throughline
 */
export * from './build-all.ts'
export * from './evaluate/index.ts'
export * from './export/index.ts'
export * from './extract/index.ts'
export * from './graph/index.ts'
export { graphOf } from './graph-of.ts'
export { loadOntology, loadShippedOntology, readOntologyFolder } from './io/load-ontology.ts'
export {
  type OpenedSources,
  type OpenSource,
  type OpenSourcesOptions,
  openSources,
} from './io/open-sources.ts'
export { pageFolder, singleFile, writeSite } from './io/page-files.ts'
export { readGraphFile } from './io/read-graph-file.ts'
export { type Served, type ServeOptions, serve } from './io/serve.ts'
export { writeAtomically } from './io/write-atomically.ts'
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
  inThisThread,
  type PassRunner,
  type RunOptions,
} from './pipeline.ts'
export * from './query/index.ts'
export * from './read/index.ts'
export * from './resolve/index.ts'
