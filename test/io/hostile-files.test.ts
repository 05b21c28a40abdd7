import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { MAX_INPUT_BYTES } from '../../src/io/input-limit.ts'
import { openSources } from '../../src/io/open-sources.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ENTRY = '**[A lock in the planner](https://example.org/lock)** · Cloudflare\nA shared lock stalled every query.\n'

/** What each source gives when it is loaded: its size, or why it cannot be. */
async function loaded(...inputs: string[]): Promise<Record<string, number | string>> {
  const { sources, diagnostics, close } = await openSources(inputs)
  const result: Record<string, number | string> = {}
  for (const { source, severity, message } of diagnostics) result[source ?? ''] = `${severity}: ${message}`
  for (const { source, load } of sources) {
    result[source] = await load().then(
      ({ bytes }) => bytes.length,
      (error) => error.diagnostic.message,
    )
  }
  await close()
  return result
}

describe('files that cannot be read, beside one that can', () => {
  it('says of each why, and reads the neighbour', async () => {
    const folder = temporaryFolder({ 'good.md': ENTRY, 'gone.md': ENTRY, 'large.md': '' })
    truncateSync(join(folder, 'large.md'), MAX_INPUT_BYTES + 1)
    mkdirSync(join(folder, 'folder.md'))
    symlinkSync(join(folder, 'nowhere.md'), join(folder, 'dangling.md'))
    symlinkSync(join(folder, 'self.md'), join(folder, 'self.md'))
    symlinkSync(folder, join(folder, 'folder.md', 'loop'))
    const { sources, close } = await openSources([folder])
    // Vanishes after it was listed
    rmSync(join(folder, 'gone.md'))
    const gone = sources.find(({ source }) => source === 'gone.md')!
    await expect(gone.load()).rejects.toMatchObject({
      diagnostic: { code: 'unreadable-file', source: 'gone.md', message: expect.stringMatching(/vanished/) },
    })
    await close()
    const result = await loaded(folder)
    expect(result['good.md']).toBe(Buffer.byteLength(ENTRY))
    expect(result['large.md']).toMatch(/larger than 32 MiB and was not read/)
    expect(result['dangling.md']).toMatch(/^warning: cannot be read: .*a link that points nowhere; it was left out/)
    expect(result['self.md']).toMatch(/^warning: cannot be read: its links lead back to themselves/)
    expect(Object.keys(result).sort()).toEqual(['dangling.md', 'good.md', 'large.md', 'self.md'])
  })

  it('reads what a pipe gives, once for all passes', async () => {
    const folder = temporaryFolder()
    const pipe = join(folder, 'pipe')
    await promisify(execFile)('mkfifo', [pipe])
    const writing = promisify(execFile)('sh', ['-c', `printf x > ${pipe}`])
    const { sources, close } = await openSources([pipe])
    await writing
    expect(sources).toMatchObject([{ source: 'pipe', size: 1, named: true }])
    for (let pass = 0; pass < 2; pass++) expect((await sources[0]!.load()).bytes.length).toBe(1)
    await close()
  })

  it.each(['/dev/zero'])('stops reading %s at the limit', async (device) => {
    expect(await loaded(device)).toEqual({ zero: 'error: is larger than 32 MiB and was not read' })
  })

  it('names a link to nowhere that was given by name', async () => {
    const folder = temporaryFolder()
    symlinkSync(join(folder, 'self.md'), join(folder, 'self.md'))
    expect(Object.values(await loaded(join(folder, 'self.md')))).toEqual([expect.stringMatching(/^error: .*link/)])
  })
})
