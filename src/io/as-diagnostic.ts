import { type Diagnostic, ThroughlineError } from '../model/index.ts'

/** A failure as a diagnostic: an error for what a person named, a warning for what was found on the way. */
export function asDiagnostic(error: unknown, source: string, named: boolean): Diagnostic {
  const severity = named ? 'error' : 'warning'
  if (error instanceof ThroughlineError) return { ...error.diagnostic, severity }
  return { code: 'unreadable', severity, source, message: error instanceof Error ? error.message : String(error) }
}
