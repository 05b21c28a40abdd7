const GENERIC_LABEL =
  /^(?:source|sources|link|links|article|read(?: more| article| the (?:article|post|story))?|original(?: article| post)?|full (?:article|story|post)|blog post|post|more|details|here|url|web|site|→|↗|🔗|via)$/i

/** "Source", "Source 1, Source 2", an address, "5 min read": says nothing of company or outlet. */
export function isLinkLabel(text: string): boolean {
  return text
    .split(/\s*[,;|]\s*|\s+(?:and|&)\s+|\]\s*\[/)
    .every(
      (one) =>
        one === '' ||
        GENERIC_LABEL.test(one.replace(/\s*\d{1,2}$/, '')) ||
        /^<?https?:\/\/\S+$/.test(one) ||
        /^\d{1,3}[\s-]?min(?:ute)?s?(?: read)?$/i.test(one),
    )
}

/** Words before a colon that name a field or the kind of a link, and no company. */
export function isFieldWord(text: string): boolean {
  return FIELD_WORD.test(text.trim())
}

const FIELD_WORD =
  /^(?:title|headline|compan(?:y|ies)|organi[sz]ation|publisher|author|date|summary|overview|context|background|(?:the )?problem|(?:the )?solution|impact|details|introduction|(?:key )?takeaways?|why it matters|what happened|notes?|abstract|tl;?dr|lessons?(?: learned)?|root causes?|timeline|results?|highlights?|papers?|code|repo(?:sitory)?|docs|documentation|video|talk|slides|podcast|blog|related|see also|further reading|more on .*|update|tags?|categor(?:y|ies)|topics?)$/i
