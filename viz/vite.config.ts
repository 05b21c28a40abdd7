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
  plugins: [emitIcons(), preload()],
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

/** The data and the fonts are fetched while the script is read, not after it. `site --single-file` takes these lines out. */
function preload() {
  return {
    name: 'throughline-preload',
    transformIndexHtml: {
      order: 'post' as const,
      handler(_: string, { bundle }: { bundle?: Record<string, unknown> }) {
        const fonts = Object.keys(bundle ?? {}).filter((name) => name.endsWith('.woff2'))
        const link = (href: string, as: string) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `./${href}`, as, crossorigin: true },
          injectTo: 'head' as const,
        })
        return [link('graph.json', 'fetch'), ...fonts.map((name) => link(name, 'font'))]
      },
    },
  }
}
