import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds `package.json`: one above `dist/`, two above `src/io/`. Everything that ships beside the code
 * (compiled ontology, page) is found from it, whether the code runs bundled or from its sources.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('package.json of throughline not found above its code')
    folder = parent
  }
  return folder
}
