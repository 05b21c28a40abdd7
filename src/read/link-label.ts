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
