import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: IFlattenedRuleSet['forbidden']
  options: object
}

async function violations(folders: string[]): Promise<{ modules: number; names: string[] }> {
  const { output } = await cruise(folders, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden },
  } as object)
  const { summary, modules } = output as ICruiseResult
  return {
    modules: modules.filter(({ source }) => source.startsWith('src/')).length,
    names: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  }
}

describe('the way through the house', () => {
  it('is kept by every module', async () => {
    const { modules, names } = await violations(['src', 'viz/src'])
    expect(names).toEqual([])
    // A tool that reads nothing finds nothing.
    expect(modules).toBeGreaterThan(40)
  }, 60_000)

  it.each([
    ['src/read', "import '../../graph/index.ts'", 'read-imports-forward'],
    ['src/graph', "import '../../io/serve.ts'", 'core-imports-door'],
    ['src/model', "import 'node:fs'", 'core-does-io'],
    ['viz/src/draw', "import Sigma from 'sigma'; new Sigma()", 'one-sigma-module'],
  ])(
    'catches a violation planted in %s',
    async (room, text, rule) => {
      const folder = mkdtempSync(join(root, room, 'planted-'))
      try {
        writeFileSync(join(folder, 'violation.ts'), `${text}\n`)
        const { names } = await violations([relative(root, folder)])
        expect(names.map((name) => name.split(':')[0])).toContain(rule)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    60_000,
  )
})
