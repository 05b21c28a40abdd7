import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expandInputs } from '../../src/io/input-files.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const sources = async (...inputs: string[]) => (await expandInputs(inputs)).items.map(({ source }) => source)

describe('expandInputs', () => {
  it('walks a folder for the endings it knows, sorted by path', async () => {
    const folder = temporaryFolder({
      'b.md': '',
      'a/z.txt': '',
      'a/y.MD': '',
      'c.png': '',
      'd.jsonl': '',
      'node_modules/x.md': '',
    })
    expect(await sources(folder)).toEqual(['a/y.MD', 'a/z.txt', 'b.md', 'd.jsonl'])
  })

  it('names a file by its name, and takes any ending when it is named', async () => {
    const folder = temporaryFolder({ 'notes.log': '' })
    const { items } = await expandInputs([join(folder, 'notes.log')])
    expect(items).toMatchObject([{ source: 'notes.log', named: true }])
  })

  it('expands a glob', async () => {
    const folder = temporaryFolder({ 'x/1.md': '', 'x/2.md': '', 'x/3.txt': '' })
    expect(await sources(`${folder}/x/*.md`)).toEqual(['1.md', '2.md'])
    expect(await sources(`${folder}/x/1*.md`)).toEqual(['1.md'])
    expect(await sources(`${folder}/*/[12].md`)).toEqual(['x/1.md', 'x/2.md'])
  })

  it('reads a file once, however often it is given', async () => {
    const folder = temporaryFolder({ 'a.md': '' })
    const { items } = await expandInputs([folder, join(folder, 'a.md')])
    expect(items).toMatchObject([{ source: 'a.md', named: true }])
  })

  it('ends on links that lead back to their own folder', async () => {
    const folder = temporaryFolder({ 'a/x.md': '' })
    mkdirSync(join(folder, 'a', 'b'))
    symlinkSync(folder, join(folder, 'a', 'b', 'loop'))
    expect(await sources(folder)).toEqual(['a/x.md'])
  })

  it.each([
    ['a missing file', (folder: string) => join(folder, 'none.md'), /does not exist/],
    ['an empty folder', (folder: string) => folder, /holds no file/],
    ['a pattern that matches nothing', (folder: string) => `${folder}/*.md`, /no file matches/],
  ])('reports %s and still gives the rest', async (_, input, message) => {
    const other = temporaryFolder({ 'ok.md': '' })
    const { items, diagnostics } = await expandInputs([input(temporaryFolder()), other])
    expect(items.map(({ source }) => source)).toEqual(['ok.md'])
    expect(diagnostics).toMatchObject([
      { severity: 'error', code: 'no-input', message: expect.stringMatching(message) },
    ])
  })

  it('leaves addresses and stdin as they are', async () => {
    expect((await expandInputs(['-', 'https://example.org/feed'])).items.map(({ kind }) => kind).sort()).toEqual([
      'stdin',
      'url',
    ])
  })
})
