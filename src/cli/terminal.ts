import { once } from 'node:events'
import pc from 'picocolors'
import { type Diagnostic, formatDiagnostic } from '../model/index.ts'

/** Where a command says things: results on stdout, everything else on stderr. */
export interface Terminal {
  diagnostic(diagnostic: Diagnostic): void
  /** One line of a summary; nothing under `--quiet`. */
  say(line: string): void
  /** Progress on a TTY; call `done` before anything else is printed. */
  progress(text: string): void
  done(): void
  /** Writes a result, waiting where the reader is slower. */
  print(chunk: string): Promise<void>
  /** How many diagnostics of each severity were reported. */
  readonly counts: Record<Diagnostic['severity'], number>
}

const MARKS = { error: pc.red('error'), warning: pc.yellow('warning'), info: pc.dim('note') }

export function createTerminal({ quiet }: { quiet: boolean }): Terminal {
  const counts = { error: 0, warning: 0, info: 0 }
  let spinner: { text: string; start(): unknown; stop(): unknown; isSpinning: boolean } | undefined
  let loading = false
  const showsProgress = process.stderr.isTTY === true && !quiet
  const pause = () => {
    if (spinner?.isSpinning) spinner.stop()
  }
  return {
    counts,
    diagnostic(diagnostic) {
      counts[diagnostic.severity]++
      if (quiet && diagnostic.severity !== 'error') return
      pause()
      process.stderr.write(`${MARKS[diagnostic.severity]}: ${printable(formatDiagnostic(diagnostic))}\n`)
    },
    say(line) {
      if (quiet) return
      pause()
      process.stderr.write(`${line}\n`)
    },
    progress(text) {
      if (!showsProgress) return
      if (spinner !== undefined) {
        spinner.text = text
        if (!spinner.isSpinning) spinner.start()
      } else if (!loading) {
        loading = true
        // Only a terminal needs the spinner, so only a terminal pays for loading it.
        void import('ora').then(({ default: ora }) => {
          if (loading) spinner = ora({ text, stream: process.stderr, discardStdin: false }).start()
        })
      }
    },
    done() {
      loading = false
      pause()
      spinner = undefined
    },
    async print(chunk) {
      if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
    },
  }
}

/** Input may hold escape sequences that would run on the reader's terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}
