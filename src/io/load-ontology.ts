import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { type Diagnostic, type Ontology, ThroughlineError } from '../model/index.ts'
import { compileOntology, mergeOntology, type OntologyFile, sectionOf } from '../ontology/index.ts'
import { packageRoot } from './package-root.ts'

/** All files of an ontology folder, sorted by path. Throws a ThroughlineError where the folder cannot be read. */
export function readOntologyFolder(folder: string): OntologyFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new ThroughlineError({
      code: 'no-ontology-folder',
      severity: 'error',
      source: folder,
      message: 'this ontology folder does not exist',
      remedy: 'give the path of a folder with companies.yaml, technologies.yaml or rules.yaml',
    })
  }
  return globSync('**/*.{yaml,yml,json}', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .filter((path) => sectionOf(path) !== null || !path.endsWith('.json'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

let shipped: Ontology | undefined

/**
 * What the tool knows: `dist/ontology.json`, compiled when the package was built, else `data/ontology` itself (a
 * checkout that was not built). Parsed once per process.
 */
export function loadShippedOntology(): Ontology {
  if (shipped === undefined) {
    const compiled = join(packageRoot(), 'dist', 'ontology.json')
    // Only the build writes the file, from validated records, so it is not validated again: that costs 40 ms a start.
    shipped =
      existsSync(compiled) && !import.meta.url.endsWith('.ts')
        ? (JSON.parse(readFileSync(compiled, 'utf8')) as Ontology)
        : compileOntology(readOntologyFolder(join(packageRoot(), 'data', 'ontology'))).ontology
  }
  return shipped
}

/** The shipped ontology with the users' folders laid over it, in the order given. */
export function loadOntology(folders: string[]): { ontology: Ontology; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  let ontology = loadShippedOntology()
  for (const folder of folders) {
    const merged = mergeOntology(ontology, readOntologyFolder(folder))
    ontology = merged.ontology
    diagnostics.push(
      ...merged.diagnostics.map((diagnostic) => ({
        ...diagnostic,
        ...(diagnostic.source === undefined ? {} : { source: join(folder, diagnostic.source) }),
      })),
    )
  }
  return { ontology, diagnostics }
}
