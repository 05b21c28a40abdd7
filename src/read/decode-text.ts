import type { Diagnostic } from '../model/index.ts'

export interface DecodedText {
  /** Null where the bytes are no text. */
  text: string | null
  encoding: string
  diagnostics: Diagnostic[]
}

/**
 * Bytes to text: UTF-8 with or without byte order mark, UTF-16 by its mark or by its zero bytes, else Windows-1252
 * (of which Latin-1 is a part) with a diagnostic. Archives, images and other binary data give null. Never throws.
 */
export function decodeText(bytes: Uint8Array, source: string): DecodedText {
  const marked = byMark(bytes) ?? bySilence(bytes)
  if (marked !== null) return { text: decode(bytes, marked), encoding: marked, diagnostics: [] }
  const kind = binaryKind(bytes)
  if (kind !== null) return binary(kind, source)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', diagnostics: [] }
  } catch {
    if (controls(bytes) > 0.05) return binary('binary data', source)
    if (mostlyUtf8(bytes)) {
      const diagnostic = note(source, 'some bytes are no UTF-8 and were replaced by U+FFFD')
      return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', diagnostics: [diagnostic] }
    }
    const diagnostic = note(source, 'the file is not UTF-8; it was read as Windows-1252')
    return { text: decode(bytes, 'windows-1252'), encoding: 'windows-1252', diagnostics: [diagnostic] }
  }
}

function note(source: string, message: string): Diagnostic {
  return { code: 'encoding-guessed', severity: 'warning', message, remedy: 'save it as UTF-8', source }
}

function binary(kind: string, source: string): DecodedText {
  const diagnostic: Diagnostic = {
    code: 'binary-file',
    severity: 'error',
    message: `the file is no text but ${kind}`,
    remedy: 'give the text itself: Markdown, plain text, HTML, a feed or JSON',
    source,
  }
  return { text: null, encoding: 'binary', diagnostics: [diagnostic] }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes)
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: of western text, every second byte is zero. */
function bySilence(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
  return null
}

const MAGIC: [number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive (or an Office document)'],
  [[0x50, 0x4b, 0x05, 0x06], 'a zip archive'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF image'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x4d, 0x5a, 0x90], 'a program'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a zstd archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], 'a SQLite database'],
]

function binaryKind(bytes: Uint8Array): string | null {
  for (const [magic, kind] of MAGIC)
    if (magic.every((byte, i) => bytes[i] === byte) && !isWord(bytes, magic)) return kind
  return controls(bytes) > 0.1 ? 'binary data' : null
}

/** "BZh…" could begin a text; a text goes on in letters. */
function isWord(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic[0] === 0x42 && !(bytes[3] !== undefined && bytes[3] >= 0x31 && bytes[3] <= 0x39)
}

/** Share of control characters that no text has, in the first 64 KiB. */
function controls(bytes: Uint8Array): number {
  const length = Math.min(bytes.length, 65_536)
  let count = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) count++
  }
  return length === 0 ? 0 : count / length
}

/** Whether most non-ASCII bytes stand in valid UTF-8 sequences: a UTF-8 file with a few broken bytes. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let bad = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) continue
    const length = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let ok = length > 0 && byte < 0xf5
    for (let k = 1; ok && k <= length; k++) ok = ((bytes[i + k] ?? 0) & 0xc0) === 0x80
    if (ok) {
      good++
      i += length
    } else bad++
  }
  return good > bad * 4
}
