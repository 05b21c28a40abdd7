export { type CompiledOntology, compileOntology, EMPTY_ONTOLOGY, mergeOntology } from './compile-ontology.ts'
export { type OntologyFile, type OntologySection, sectionOf } from './read-ontology-file.ts'
