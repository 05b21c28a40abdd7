/**
 * 64 bits of FNV-1a over UTF-16 units as 16 hex digits, in two 32-bit halves with different offsets.
 * Pure and the same in Node and browsers; for identity, not for security.
 */
export function hashText(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9dc5811c
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ (unit & 0xff), 0x01000193)
    a = Math.imul(a ^ (unit >>> 8), 0x01000193)
    b = Math.imul(b ^ unit, 0x01000193)
    b = Math.imul(b ^ (b >>> 15), 0x2c1b3c6d)
  }
  return hex(a) + hex(b)
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
