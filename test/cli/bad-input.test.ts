import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const DIGEST = [
  '# Engineering — 2026-05-14',
  '',
  '**[A lock in the planner](https://example.org/lock)** · Cloudflare',
  'Cloudflare found lock contention in ClickHouse. A shared lock removed it.',
  '',
].join('\n')

describe('bad input', () => {
  it.each([
    ['no input', [], 2, /no input/],
    ['an unknown option', ['--colour', 'x.md'], 2, /unknown option/],
    ['a date that is none', ['x.md', '--since', 'May'], 2, /--since takes a date .* "May"/],
    ['a seed that is none', ['x.md', '--seed', 'x'], 2, /--seed takes a whole number/],
    ['a file that does not exist', ['none.md'], 1, /none\.md: this file or folder does not exist \(/],
    ['an empty folder', ['empty'], 1, /empty: this folder holds no file that can be read \(/],
    ['a file that holds no entry', ['prose.md'], 1, /no entry was found/],
    ['a binary file', ['zip.md'], 1, /zip\.md/],
    [
      'an ontology folder that does not exist',
      ['ok.md', '--ontology', 'nowhere'],
      1,
      /nowhere: this ontology folder does not exist/,
    ],
  ])('%s: one line, the right status', async (_, args, status, message) => {
    const folder = temporaryFolder({
      'ok.md': DIGEST,
      'prose.md': 'Just words.\n',
      'zip.md': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0xff, 0xfe, 0, 1, 2, 0]),
    })
    mkdirSync(join(folder, 'empty'))
    const result = await runCli(['extract', ...args], { cwd: folder })
    expect(result.stderr).toMatch(message)
    expect(result.stderr).not.toMatch(/\n\s+at /)
    expect(result.status).toBe(status)
    expect(result.stdout).toBe('')
  })

  it('does the rest when a named input fails, and exits 1', async () => {
    const folder = temporaryFolder({ 'ok.md': DIGEST })
    const result = await runCli(['extract', 'none.md', 'ok.md'], { cwd: folder })
    expect(result.status).toBe(1)
    expect(result.stdout.trim().split('\n')).toHaveLength(1)
  })

  it('warns of a found file without entries, and exits 0; under --strict 1', async () => {
    const folder = temporaryFolder({ 'in/ok.md': DIGEST, 'in/prose.md': 'Just words.\n' })
    const result = await runCli(['extract', 'in'], { cwd: folder })
    expect(result.stderr).toMatch(/prose\.md/)
    expect(result.status).toBe(0)
    expect((await runCli(['extract', 'in', '--strict'], { cwd: folder })).status).toBe(1)
  })

  it.each([
    ['Windows-1252', Buffer.from(DIGEST.replace('lock removed', 'caf\u00e9 removed'), 'latin1')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(DIGEST, 'utf16le')])],
  ])('reads a file in %s', async (_, bytes) => {
    const folder = temporaryFolder({ 'a.md': bytes })
    const result = await runCli(['extract', 'a.md'], { cwd: folder })
    expect(result.status).toBe(0)
    expect(JSON.parse(result.stdout)).toMatchObject({ title: 'A lock in the planner', byline: ['Cloudflare'] })
  })

  it('reads stdin', async () => {
    const result = await runCli(['extract', '-'], { input: DIGEST })
    expect(JSON.parse(result.stdout)).toMatchObject({ source: 'stdin', id: 'stdin#0' })
  })

  it('says so when the output cannot be written', async () => {
    const folder = temporaryFolder({ 'ok.md': DIGEST, out: 'a file' })
    const result = await runCli(['build', 'ok.md', '-o', 'out'], { cwd: folder })
    expect(result.stderr).toMatch(/cannot be written/)
    expect(result.status).toBe(1)
  })

  it('says so when a port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as AddressInfo
    const folder = temporaryFolder({ 'ok.md': DIGEST })
    const result = await runCli(['explore', 'ok.md', '--no-open', '--port', String(port)], { cwd: folder })
    taken.close()
    expect(result.stderr).toMatch(/this port is in use \(choose another with --port\)/)
    expect(result.status).toBe(1)
  })
})
