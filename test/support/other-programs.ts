import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A Python that can import a module, of those that stand on this machine; null where none does. */
export function pythonWith(module: string): string | null {
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' })
      return python
    } catch {
      // The next may have it.
    }
  }
  console.warn(`no python3 with ${module}: what it would read back is read by the other readers only`)
  return null
}

/** Runs Python on a program and gives what it printed as JSON. */
export function runPython(python: string, program: string, ...args: string[]): unknown {
  return JSON.parse(execFileSync(python, ['-c', program, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 }))
}

export function hasCommand(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn(`no ${name} on this machine: one check is left out`)
    return false
  }
}

/** GEXF's RELAX NG schema, which lies beside the repository on some machines; null elsewhere. */
export function gexfSchema(): string | null {
  const path = join(import.meta.dirname, '..', '..', '..', 'shared', 'reference', 'gexf', 'gexf.rng')
  return existsSync(path) ? path : null
}
