import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeAtomically } from '../../src/io/write-atomically.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function* failing() {
  yield 'half'
  throw new TypeError('the producer failed')
}

describe('writeAtomically', () => {
  it('writes text and makes the folders it needs', async () => {
    const path = join(temporaryFolder(), 'a', 'b.txt')
    await writeAtomically(path, ['one ', 'two'])
    expect(readFileSync(path, 'utf8')).toBe('one two')
  })

  it('writes more than a stream buffers', async () => {
    const path = join(temporaryFolder(), 'large.txt')
    const chunk = 'x'.repeat(70_000)
    await writeAtomically(
      path,
      Array.from({ length: 50 }, () => chunk),
    )
    expect(readFileSync(path, 'utf8').length).toBe(3_500_000)
  })

  it('keeps what stood there, and leaves nothing behind, when the producer fails', async () => {
    const folder = temporaryFolder({ 'a.txt': 'before' })
    await expect(writeAtomically(join(folder, 'a.txt'), failing())).rejects.toThrow('the producer failed')
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('says why a path cannot be written', async () => {
    const folder = temporaryFolder({ file: '' })
    await expect(writeAtomically(join(folder, 'file', 'x'), '')).rejects.toMatchObject({
      diagnostic: { code: 'cannot-write', message: expect.stringContaining('cannot be written') },
    })
  })
})
