import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Builds the page to `dist/page`: one script, one style sheet, two fonts, all addressed relatively, so that the folder
 * works from any sub-path and `site --single-file` can inline it.
 */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  plugins: [emitIcons()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('../dist/page'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  server: { host: '127.0.0.1', allowedHosts: ['localhost', '127.0.0.1'], fs: { strict: true } },
})

/** The brand outlines lie beside the page as `icons.json` and are fetched once the first view stands. */
function emitIcons() {
  return {
    name: 'throughline-icons',
    generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string }) {
      const icons = JSON.parse(readFileSync(here('./src/icons.generated.json'), 'utf8'))
      this.emitFile({ type: 'asset', fileName: 'icons.json', source: JSON.stringify(icons) })
    },
  }
}
