import { isCommonWord } from './common-words.ts'
import { COMPANY_ENDINGS } from './cue-words.ts'
import { isGivenName } from './not-names.ts'

/** Surnames that are everyday words too. */
const SURNAMES = new Set(
  'baker bell bishop black brooks brown carpenter carter cook cooper cross day dean doe ford fox frost gardener gates grant green hall hart hill hunt hunter king knight lane little long love marsh mason miller moore page park parker pierce pope porter potter price rice rich rivers rose shepherd short smith stark stone strong swift taylor turner walker ward waters weaver webb wells west white wise wolf wood woods wright young'.split(
    ' ',
  ),
)

/** "Brett Terpstra": a given name and one or two others that are surnames, or no everyday words and end no company's name. */
export function isPersonName(name: string): boolean {
  const words = name.toLowerCase().split(/\s+/)
  if (words.length < 2 || words.length > 3 || !isGivenName(words[0]!)) return false
  return words
    .slice(1)
    .every(
      (word) =>
        SURNAMES.has(word) || (/^\p{L}[\p{L}'’.-]*$/u.test(word) && !isCommonWord(word) && !COMPANY_ENDINGS.has(word)),
    )
}
