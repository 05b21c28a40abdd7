import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ThroughlineError } from '../model/index.ts'

type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/**
 * Writes a file as a whole or not at all: to a temporary file beside it, then renamed. What stood there stays until
 * the new file is complete. Chunks are written as they come, so the content need not fit in memory.
 */
export async function writeAtomically(path: string, content: string | Uint8Array | Chunks): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    const stream = createWriteStream(temporary)
    const chunks = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
    await writeChunks(stream, chunks)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw cannotWrite(path, error)
  }
}

async function writeChunks(stream: WriteStream, chunks: Chunks): Promise<void> {
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => undefined)
  for await (const chunk of chunks) {
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), failed])
  }
  stream.end()
  await Promise.race([once(stream, 'close'), failed])
}

const REASONS: Record<string, [string, string]> = {
  EACCES: ['permission is denied', 'choose a folder that you may write to'],
  EROFS: ['the file system is read-only', 'choose a folder that you may write to'],
  ENOTDIR: ['a part of the path is a file', 'choose another output path'],
  EEXIST: ['a file stands where the folder should be', 'choose another output path'],
  EISDIR: ['a folder stands where the file should be', 'choose another output path'],
  ENOSPC: ['the disk is full', 'make room and run the command again'],
}

function cannotWrite(path: string, error: unknown): ThroughlineError {
  if (error instanceof ThroughlineError) return error
  const { code, message } = error as NodeJS.ErrnoException
  const known = REASONS[code ?? '']
  // An error that is not the file system's is the producer's: it must not be dressed up as a failed write.
  if (code === undefined) throw error
  const [reason, remedy] = known ?? [message, 'see the reason']
  return new ThroughlineError(
    { code: 'cannot-write', severity: 'error', source: path, message: `cannot be written: ${reason}`, remedy },
    { cause: error },
  )
}
