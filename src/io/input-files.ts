import fs from 'node:fs'
import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { type Diagnostic, ThroughlineError } from '../model/index.ts'
import { MAX_INPUT_BYTES, tooLarge } from './input-limit.ts'

/** File name endings that a folder is walked for. */
export const INPUT_ENDINGS = ['md', 'markdown', 'txt', 'html', 'xml', 'rss', 'atom', 'json', 'jsonl', 'opml'] as const

/** One thing to read: a file, an address or stdin. `named` inputs fail the run when they cannot be read; found ones warn. */
export interface InputItem {
  kind: 'file' | 'url' | 'stdin'
  /** Absolute path, address, or `-`. */
  location: string
  /** How entries name it: relative to the input root, with `/`. */
  source: string
  named: boolean
}

export interface ExpandedInputs {
  items: InputItem[]
  diagnostics: Diagnostic[]
}

/**
 * Files, folders, globs, addresses and `-` become a list of things to read, sorted by source, each once. Folders are
 * walked without following links out of them twice (a real path is read once, so cyclic links end). An input that does
 * not exist or an empty folder is a diagnostic of severity `error`; the rest is still given.
 */
export async function expandInputs(inputs: string[]): Promise<ExpandedInputs> {
  const diagnostics: Diagnostic[] = []
  const items: InputItem[] = []
  for (const input of inputs) {
    if (input === '-') items.push({ kind: 'stdin', location: '-', source: 'stdin', named: true })
    else if (/^https?:\/\//i.test(input)) items.push({ kind: 'url', location: input, source: input, named: true })
    else items.push(...(await expandPath(input, diagnostics)))
  }
  const unique = new Map<string, InputItem>()
  for (const item of items) {
    const before = unique.get(item.location)
    const kept = before === undefined || item.source < before.source ? item : before
    unique.set(item.location, { ...kept, named: item.named || before?.named === true })
  }
  const sorted = [...unique.values()].sort((a, b) => compare(a.source, b.source) || compare(a.location, b.location))
  return { items: sorted, diagnostics }
}

async function expandPath(input: string, diagnostics: Diagnostic[]): Promise<InputItem[]> {
  const path = resolve(input)
  const info = await stat(path).catch(() => null)
  if (info?.isDirectory()) return walk(input, path, diagnostics)
  if (info !== null) return [{ kind: 'file', location: path, source: basename(path), named: true }]
  if (isDynamicPattern(input)) {
    const found = await glob(input.replaceAll('\\', '/'), { absolute: true, dot: false, expandDirectories: false })
    // The folder that no sign of the pattern stands in
    const root = resolve(/^(?:[^*?[{(!]*\/)?/.exec(input.replaceAll('\\', '/'))![0] || '.')
    const files = found.map((file) => ({
      kind: 'file' as const,
      location: resolve(file),
      source: slashes(relative(root, file)),
      named: false,
    }))
    if (files.length === 0)
      diagnostics.push(missing(input, 'no file matches this pattern', 'quote the pattern and check the folder'))
    return files
  }
  const broken = await lstat(path).catch(() => null)
  diagnostics.push(
    broken?.isSymbolicLink()
      ? missing(input, 'this link points nowhere, or to itself', 'give the file that it should point to')
      : missing(input, 'this file or folder does not exist', 'check the path'),
  )
  return []
}

async function walk(input: string, root: string, diagnostics: Diagnostic[]): Promise<InputItem[]> {
  const failures = new Map<string, NodeJS.ErrnoException>()
  const found = await glob(`**/*.{${INPUT_ENDINGS.join(',')}}`, {
    fs: noting(failures),
    cwd: root,
    absolute: true,
    caseSensitiveMatch: false,
    followSymbolicLinks: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
    // A folder that links to its own parent would otherwise be walked until the path is too long.
    deep: 32,
  })
  const seen = new Set<string>()
  const items: InputItem[] = []
  for (const file of found.map((path) => resolve(path)).sort((a, b) => a.length - b.length || compare(a, b))) {
    const real = await realpath(file).catch(() => file)
    if (seen.has(real)) continue
    seen.add(real)
    items.push({ kind: 'file', location: file, source: slashes(relative(root, file)), named: false })
  }
  for (const [path, error] of [...failures].sort(([a], [b]) => a.length - b.length || compare(a, b))) {
    const folder = await realpath(dirname(path)).catch(() => dirname(path))
    const real = join(folder, basename(path))
    if (seen.has(real) || (error.code === 'ENOENT' && !ENDS_AS_INPUT.test(path))) continue
    seen.add(real)
    const { message, ...rest } = unreadable(slashes(relative(root, path)), error)
    diagnostics.push({ ...rest, severity: 'warning', message: `${message}; it was left out` })
  }
  if (items.length === 0) {
    diagnostics.push(
      missing(
        input,
        'this folder holds no file that can be read',
        `put files ending in .${INPUT_ENDINGS.join(' .')} there`,
      ),
    )
  }
  return items
}

const ENDS_AS_INPUT = new RegExp(`\\.(?:${INPUT_ENDINGS.join('|')})$`, 'i')

/** The file system as a walk sees it, which leaves out links to nowhere and folders that may not be read: here they are kept. */
function noting(failures: Map<string, NodeJS.ErrnoException>) {
  // The functions have many overloads; the walk gives the path first and takes the result last
  const wrap =
    (call: (...args: never[]) => void) =>
    (path: string, ...rest: unknown[]) => {
      const done = rest.pop() as (error: NodeJS.ErrnoException | null, value: unknown) => void
      const told = (error: NodeJS.ErrnoException | null, value: unknown) => {
        if (error !== null) failures.set(resolve(path), error)
        done(error, value)
      }
      call(...([path, ...rest, told] as never[]))
    }
  return { ...fs, readdir: wrap(fs.readdir), realpath: wrap(fs.realpath) } as unknown as typeof fs
}

/** The bytes of a file, or a ThroughlineError that says why not. */
export async function readInputFile({ location, source }: Pick<InputItem, 'location' | 'source'>): Promise<Uint8Array> {
  try {
    const { size } = await stat(location)
    if (size > MAX_INPUT_BYTES) throw tooLarge(source)
    return await readFile(location)
  } catch (error) {
    if (error instanceof ThroughlineError) throw error
    throw new ThroughlineError(unreadable(source, error as NodeJS.ErrnoException), { cause: error })
  }
}

function unreadable(source: string, { code = '', message }: NodeJS.ErrnoException): Diagnostic {
  return {
    code: 'unreadable-file',
    severity: 'error',
    source,
    message: `cannot be read: ${REASONS[code] ?? message}`,
    remedy: 'check the file and its permissions',
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOENT: 'it vanished while being read, or is a link that points nowhere',
  ELOOP: 'its links lead back to themselves',
  EISDIR: 'it is a folder',
  EIO: 'the disk failed',
}

function missing(source: string, message: string, remedy: string): Diagnostic {
  return { code: 'no-input', severity: 'error', source, message, remedy }
}

const slashes = (path: string) => path.split(sep).join('/')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
