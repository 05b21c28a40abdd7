/**
 * Finds a Chromium for the page's tests, and installs one where there is none: PLAYWRIGHT_CHROMIUM or CHROMIUM_PATH,
 * a system Chromium or Chrome, Playwright's own, then Playwright's download, then apt-get. Exits 1 with what was tried.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a browser that is there already, or null. */
export function findBrowser(): string | null {
  for (const name of ['PLAYWRIGHT_CHROMIUM', 'CHROMIUM_PATH']) {
    const path = process.env[name]
    if (path === undefined || path === '') continue
    if (existsSync(path)) return path
    console.error(`${name} is set to ${path}, where there is no file; looking elsewhere`)
  }
  const folders = (process.env.PATH ?? '').split(':')
  const candidates = [...SYSTEM_NAMES.flatMap((name) => folders.map((folder) => `${folder}/${name}`)), ...MAC_PATHS]
  const system = candidates.find((path) => existsSync(path))
  if (system !== undefined) return system
  const own = chromium.executablePath()
  return own !== '' && existsSync(own) ? own : null
}

function attempt(command: string, ...args: string[]): boolean {
  console.error(`trying: ${[command, ...args].join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 }).status === 0
}

function install(): string | null {
  attempt(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium')
  let path = findBrowser()
  if (path !== null) return path
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args: string[]) => {
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args]
    return attempt(command, ...rest)
  }
  if (existsSync('/usr/bin/apt-get') && apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')) {
    path = findBrowser()
  }
  return path
}

if (process.argv[1] === import.meta.filename) {
  const browser = findBrowser() ?? install()
  if (browser === null) {
    console.error(
      'No Chromium could be found or installed, so the tests of the page cannot run.\n' +
        'Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to the path of a Chromium or Chrome.',
    )
    process.exit(1)
  }
  console.error(`browser: ${browser}`)
}
