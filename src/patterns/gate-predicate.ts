import nlp from 'compromise'

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
const WEAK_VERBS =
  /^(?:introduced|launched|released|announced|unveiled|offered|provided|addressed|solved|mitigated|tackled|faced|featured|brought|supported|recognized|encountered|gave|took|made|saw|delivered|published|partnered|shifted|moved|aligned|enhanced|improved)$/
const LAST_NOT =
  /^(?:a|an|the|its|their|his|her|of|in|on|at|to|from|by|with|for|and|or|but|as|than|that|which|not|more|most|less|very|new|own|via|into|over|under|per|is|are|was|were|be|been|being|has|have|had|multiple|several|various|many|single|first|same|other|rather|instead|only|just|also|directly|natively|even|still|like|without|within|across|between|against|around|using|fully|where|when|while|based|existing|custom|specific|dynamic|static|global|local|internal|external|need|needs|lack|ability|way|ways|number|amount|kind|type|set|order|means|terms|because|use|act|sake|part|result|public|private|parallel|so|to|due|such|able|unable|level|point|respect|behalf|front|favor|favour|addition|contrast|place|access|case|cases|order|basis)$/i

/**
 * A grammaticality gate for what follows the verb. Null rejects: a fragment, something dangling, an open quotation or
 * an end that is no noun. Else a score, 0 for the plain.
 */
export function gatePredicate(body: string, verb: string): number | null {
  if (DANGLING.test(body) || !balanced(body)) return null
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
  if (CONSEQUENCE.test(body)) return null
  const apposition = /^(?:the |an? )?(?:[\w-]+ ){0,2}[A-Z][^,]*, an? [^,]+$/.test(body)
  const trailing = commas === 1 && TRAILING.test(body)
  if (trailing) {
    const [head = '', tail = ''] = body.split(', ')
    return endsOnNoun(head) && endsOnNoun(tail) && !LAST_NOT.test(head.split(' ').at(-1) ?? '') ? -0.3 : null
  }
  if (commas > 0 && !apposition && !/, (?:and|or) |,? (?:and|or) [^,]+$/.test(body)) return null
  if (commas === 1 && !apposition && !/ (?:and|or) /.test(body)) return null
  if (!endsOnNoun(body)) return null
  let score = 0
  if (WEAK_VERBS.test(verb)) score -= 0.8
  if (/^(?:the|its|their) \S+$/.test(body)) score -= 1
  if (/^the (?!\S+ (?:of|for|in|to|between|from)\b)/.test(body)) score -= 0.3
  if (commas > 0) score -= 0.4
  return score
}

/** Endings of adjectives, which compromise takes for nouns before a comma ("a public, versioned …"). */
const ADJECTIVE =
  /(?:ic|al|ive|ous|able|ible|ary|less|ful|wide|based|driven|aware|native|ready|scale|grade|level|time|party|source|first)$/
const NOUN_ALL_THE_SAME =
  /^(?:traffic|logic|topic|metric|signal|terminal|portal|interval|renewal|removal|retrieval|approval|proposal|arrival|capital|credential|withdrawal|material|potential|archive|drive|primitive|directive|narrative|objective|alternative|initiative|variable|table|executable|cable|library|binary|boundary|vocabulary|summary|dictionary|fabric|heuristic|diagnostic|music|clinic|time|runtime|downtime|uptime|realtime|scale|grade|level|party|source|resource|upscale|middle|canary|adversary|goal|total|trial|tutorial|journal|protocol|interface)$/
const NOUN = /(?:tion|sion|ment|ity|ness|ance|ence|ship|age|ure|ware|ism|ogy|work|base|form|model|data|code|agent)$/
const ends = new Map<string, boolean>()

function endsOnNoun(body: string): boolean {
  const words = body.replace(/["”’']+$/, '').split(' ')
  const last = words.at(-1) ?? ''
  // Names, figures and acronyms are nouns; no need to ask.
  if (/[A-Z0-9%]/.test(last)) return true
  if (/ed$/.test(last) && !/(?:speed|seed|feed|embed|bed|weed|need|breed)$/.test(last)) return false
  if (ADJECTIVE.test(last) && !NOUN_ALL_THE_SAME.test(last)) return false
  // Most ends are plain from their ending; asking the tagger about each would cost a second over twelve digests.
  if (NOUN.test(last)) return true
  if (/[^sui]s$/.test(last)) return !/^(?:that|which|who|it|[a-z]+ly)$/.test(words.at(-2) ?? '')
  const tail = words.slice(-3).join(' ')
  const known = ends.get(tail)
  if (known !== undefined) return known
  const result = tagsAsNoun(tail)
  ends.set(tail, result)
  return result
}

function tagsAsNoun(tail: string): boolean {
  const terms = (nlp(`They used ${tail}`).json({ terms: { tags: true } })[0]?.terms ?? []) as {
    text: string
    tags: string[]
  }[]
  const last = terms.at(-1)
  const before = terms.at(-2)
  if (last === undefined) return false
  const has = (tag: string) => last.tags.includes(tag)
  if (['Adjective', 'Adverb', 'Preposition', 'Determiner', 'Conjunction', 'Pronoun', 'Possessive'].some(has))
    return false
  if (['Noun', 'Value', 'Unit', 'Percent'].some(has)) return true
  // "worker processes", "cold starts": a plural that looks like a verb after a noun.
  return (
    has('PresentTense') &&
    /s$/.test(last.text) &&
    before?.tags.some((tag) => tag === 'Noun' || tag === 'Adjective') === true
  )
}

function balanced(text: string): boolean {
  const count = (expression: RegExp) => (text.match(expression) ?? []).length
  return (
    count(/"/g) % 2 === 0 &&
    count(/“/g) === count(/”/g) &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g) &&
    !/(?:^|\s)['‘]|['’](?=\s|$)/.test(text)
  )
}
