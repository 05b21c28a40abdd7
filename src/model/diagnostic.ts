import { z } from 'zod'

/** What went wrong, where, why and how to mend it. Errors are values; the CLI prints them. */
export const DiagnosticSchema = z.object({
  /** Stable and kebab-case, such as `no-entries` or `unreadable-file`. */
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  /** One sentence for a person. */
  message: z.string(),
  /** What to do about it. */
  remedy: z.string().optional(),
  /** File, address or `<stdin>`. */
  source: z.string().optional(),
  /** 1-based. */
  line: z.int().min(1).optional(),
})
export type Diagnostic = z.infer<typeof DiagnosticSchema>

/** Thrown by the library where no result can be given; carries the diagnostic that the CLI prints. */
export class ThroughlineError extends Error {
  override readonly name = 'ThroughlineError'
  readonly diagnostic: Diagnostic
  constructor(diagnostic: Diagnostic, options?: ErrorOptions) {
    super(formatDiagnostic(diagnostic), options)
    this.diagnostic = diagnostic
  }
}

/** `file:line: message; remedy`, on one line. */
export function formatDiagnostic({ source, line, message, remedy }: Diagnostic): string {
  const place = source === undefined ? '' : line === undefined ? `${source}: ` : `${source}:${line}: `
  return `${place}${message}${remedy === undefined ? '' : ` (${remedy})`}`.replace(/[\r\n]+/g, ' ')
}
