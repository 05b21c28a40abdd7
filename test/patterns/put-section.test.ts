import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { putSection } from '../../src/patterns/put-section.ts'

const SECTION = '## Patterns Across Companies\n\nNew words.[^1]\n\n[^1]: An entry'

describe('putSection', () => {
  it.each([
    ['an empty file', '', `${SECTION}\n`],
    ['a file without the section', '# A\n\ntext\n', `# A\n\ntext\n\n${SECTION}\n`],
    ['a file that ends without a newline', '# A', `# A\n\n${SECTION}\n`],
    ['the section at the end', '# A\n\n## Patterns Across Companies\nold', `# A\n\n${SECTION}`],
    ['a heading after it', '## Patterns Across Companies\nold\n\n\n## Next\nx\n', `${SECTION}\n\n\n## Next\nx\n`],
    ['a rule after it', '## Patterns Across Companies\nold\n\n---\nresidue', `${SECTION}\n\n---\nresidue`],
    ['stars after it', '## Patterns Across Companies\nold\n***\nresidue', `${SECTION}\n***\nresidue`],
    ['a heading with a trailing #', '### Patterns across companies #\nold\n', `${SECTION}\n`],
    [
      'a heading inside a fence',
      '```\n## Patterns Across Companies\n```\n',
      `\`\`\`\n## Patterns Across Companies\n\`\`\`\n\n${SECTION}\n`,
    ],
    [
      'Windows line ends',
      '# A\r\n\r\n## Patterns Across Companies\r\nold\r\n',
      `# A\r\n\r\n${SECTION.replaceAll('\n', '\r\n')}\r\n`,
    ],
  ])('puts it into %s', (_, before, after) => {
    expect(putSection(before, SECTION)).toBe(after)
  })

  it('changes nothing the second time, whatever the file holds', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('## Patterns Across Companies', '# A', '---', '```', '', '~~~'))
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, newline) => {
        const once = putSection(lines.join(newline), SECTION)
        expect(putSection(once, SECTION)).toBe(once)
      }),
    )
  })
})
