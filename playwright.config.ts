import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** A Chromium of the machine, if there is one; else Playwright takes its own. */
const executablePath = [
  process.env.PLAYWRIGHT_CHROMIUM,
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
].find((path) => path !== undefined && path !== '' && existsSync(path))

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  snapshotPathTemplate: '{testDir}/look/{arg}{ext}',
  timeout: 120_000,
  // Software WebGL on a busy machine takes seconds for a first frame.
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  reporter: [['list']],
  // Trouble on a machine under load is told apart from trouble of the page by trying once more.
  retries: 1,
  use: {
    viewport: { width: 1200, height: 760 },
    // Software WebGL draws few frames a second: no test waits for a flight of the camera.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--use-gl=angle',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-background-networking',
      ],
    },
  },
})
