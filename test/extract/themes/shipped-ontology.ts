import { join } from 'node:path'
import { readOntologyFolder } from '../../../src/io/load-ontology.ts'
import { compileOntology } from '../../../src/ontology/index.ts'
import { ROOT } from '../../support/run-cli.ts'

/** `data/ontology` as it stands in the sources, built or not. */
export const SHIPPED = compileOntology(
  readOntologyFolder(join(ROOT, 'data', 'ontology')).filter(({ path }) =>
    /^(?:failure-modes|lessons|theme)/.test(path),
  ),
).ontology
