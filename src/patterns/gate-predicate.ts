import { endsOnNoun } from './word-classes.ts'

/** Words that point at something the reader does not see. */
const DANGLING =
  /\b(?:this|these|those|it|they|them|he|she|I|we|our|ours|us|you|your|such|another|here|there|said|former|latter|both|itself|themselves|aforementioned|above|one another|each other)\b/i
/** What may follow a comma and still belong: how or where it was done. Not what it is said to prove. */
/** What it is said to lead to is the entry's remark, not the instance. */
const CONSEQUENCE =
  /, (?:enabling|ensuring|allowing|providing|making|proving|demonstrating|highlighting|forcing|leading|giving|letting|raising|helping) /
const ADJECTIVES = /\b([\w-]+(?:al|ic|ive|ous|able|ible|ent|ant|ed|time)), (?=[\w-]+ [\w-]+)(?!and |or )/g
const TRAILING =
  /^[^,]{5,}, (?:where (?!.*\bwill\b)|using |running |replacing |routing |moving |splitting |separating |isolating |storing |executing |chaining |combining |trading |cutting |dropping |keeping |relying on |backed by |powered by |built on )[^,]{12,}$/
/** What was put out or praised, not how it works. */
const WEAK_VERBS =
  /^(?:introduced|launched|released|offered|provided|addressed|solved|mitigated|tackled|featured|brought|recognized|gave|took|made|saw|delivered|shifted|moved|aligned|enhanced|improved|updated|expanded|added|shipped|developed|created|proposed|presented)$/
const EMPTY_VERBS =
  /^(?:empowered|accelerated|advanced|standardized|highlighted|achieved|experienced|exploited|relinquished|won|helped|faced|supported|encountered|intended|struggled|suffered|lacked|came|went)$/
/** News of a house rather than of its engineering. */
const NEWS_VERBS =
  /^(?:announced|unveiled|published|partnered|collaborated|championed|advocated|joined|donated|credited|celebrated|hosted|invited|committed|acquired|signed|participated|contributed|invested|co-developed)$/
/** "the architecture", which the reader has not seen. */
const VAGUE_OBJECT =
  /^(?:the|a|an|its) (?:new |entire |whole |existing |underlying )?(?:architecture|system|systems|platform|issue|issues|problem|process|approach|solution|state|technology|model|models|pipeline|adapter|company|change|feature|tool|framework)\b(?! (?:of|for|that|in which)\b)/
const LAST_NOT =
  /^(?:a|an|the|its|their|his|her|of|in|on|at|to|from|by|with|for|and|or|but|as|than|that|which|not|more|most|less|very|new|own|via|into|over|under|per|is|are|was|were|be|been|being|has|have|had|multiple|several|various|many|single|first|same|other|rather|instead|only|just|also|directly|natively|even|still|like|without|within|across|between|against|around|using|fully|where|when|while|based|existing|custom|specific|dynamic|static|global|local|internal|external|need|needs|lack|ability|way|ways|number|amount|kind|type|set|order|means|terms|because|use|act|sake|part|result|public|private|parallel|so|to|due|such|able|unable|level|point|respect|behalf|front|favor|favour|addition|contrast|place|access|case|cases|order|basis)$/i

/**
 * A grammaticality gate for what follows the verb. Null rejects: a fragment, something dangling, an open quotation or
 * an end that is no noun. Else a score, 0 for the plain.
 */
export function gatePredicate(body: string, verb: string): number | null {
  if (DANGLING.test(body) || !balanced(body) || NEWS_VERBS.test(verb)) return null
  // "their" needs a plural, which one company is not.
  const last =
    body
      .split(' ')
      .at(-1)
      ?.replace(/["”’']+$/, '') ?? ''
  if (last === '' || LAST_NOT.test(last) || /ly$/.test(last)) return null
  if (/^(?:of|and|or|but|when|that|if|whether|how|why|what|as|than|like)\b/i.test(body) || /[;:—–!?]/.test(body))
    return null
  // A comma that opens a list which is not closed, or an apposition that is.
  // A comma between two adjectives parts nothing: "ephemeral, per-request authorization".
  const plain = body.replace(/\([^()]*\)/g, '').replace(ADJECTIVES, '$1 ')
  const commas = (plain.match(/,/g) ?? []).length
  if (CONSEQUENCE.test(body) || /, (?:while|but|so|yet|as|because|since|although|though|which|who)\b/.test(body))
    return null
  if (/\bso (?:that )?[\w-]+ [a-z]+$/.test(body)) return null
  if (/\b(?:assumption|belief|idea|fact|notion) that\b/.test(body)) return null
  const apposition = /^(?:the |an? )?(?:[\w-]+ ){0,2}[A-Z][^,]*, an? [^,]+$/.test(body)
  const trailing = commas === 1 && TRAILING.test(body)
  if (trailing) {
    const [head = '', tail = ''] = body.split(', ')
    return endsOnNoun(head) && endsOnNoun(tail) && !LAST_NOT.test(head.split(' ').at(-1) ?? '') ? -0.8 : null
  }
  if (commas > 0 && !apposition && !/, (?:and|or) |,? (?:and|or) [^,]+$/.test(body)) return null
  if (commas === 1 && !apposition && !/ (?:and|or) /.test(body)) return null
  if (!endsOnNoun(body)) return null
  let score = 0
  if (WEAK_VERBS.test(verb)) score -= 0.8
  else if (EMPTY_VERBS.test(verb)) score -= 3
  if (/^(?:the|its|their) \S+$/.test(body)) score -= 1
  if (VAGUE_OBJECT.test(body)) score -= 1.2
  if (/^the (?!\S+ (?:of|for|in|to|between|from)\b)/.test(body)) score -= 0.3
  if (commas > 0) score -= 0.4
  return score
}

function balanced(text: string): boolean {
  const count = (expression: RegExp) => (text.match(expression) ?? []).length
  return (
    count(/"/g) % 2 === 0 &&
    count(/“/g) === count(/”/g) &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g) &&
    !/(?:^|\s)['‘]|(?<!s)['’](?=\s|$)/.test(text)
  )
}
