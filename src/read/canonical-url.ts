import { wellFormed } from './well-formed.ts'

/** Parameters that say how a reader came, not what is read. */
const TRACKING =
  /^(?:utm_.*|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|_hs(?:enc|mi)|mkt_tok|ref(?:_src|_url)?|cmpid|ocid|wt\.mc_id|trk|guccounter|source)$/i

/**
 * The address that identifies an article: scheme and host in lower case, no default port, no fragment,
 * no tracking parameters, the rest of the query sorted. `www.` and a trailing slash stay as given: some servers
 * mind them; `articleKey` forgives them. Null where `link` is no http(s) address (`#`, `mailto:`, a path without base).
 */
export function canonicalUrl(link: string, base?: string): string | null {
  const url = parseUrl(link, base)
  if (url === null) return null
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => (value === '' ? encode(name) : `${encode(name)}=${encode(value)}`))
    .sort()
  return `${url.protocol}//${url.host}${url.pathname}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=https?:\/\/)/i

/**
 * What is left of an address when http and https, `www.`, an index page, a trailing slash and the Wayback Machine's
 * wrapping are forgiven.
 */
export function articleKey(link: string): string | null {
  const url = canonicalUrl(link.trim().replace(ARCHIVED, ''))
  if (url === null) return null
  const [address, query] = url.replace(/^https?:\/\/(?:www\.)?/, '').split('?', 2) as [string, string?]
  let path = address.replace(/\/index\.html?$/, '/')
  while (path.endsWith('/')) path = path.slice(0, -1)
  return query === undefined ? path : `${path}?${query}`
}

/** Encodes like `encodeURIComponent`, and never throws: a lone surrogate becomes U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(wellFormed(text))
}

/** The address as given, resolved against `base`; null unless it leads to an http(s) page. A bare fragment is no link. */
export function articleUrl(link: string | undefined, base?: string): string | null {
  if (link === undefined || parseUrl(link, base) === null) return null
  const trimmed = link.trim()
  return /^https?:\/\//i.test(trimmed) ? trimmed : parseUrl(trimmed, base)!.href
}

/** Longer addresses are data, not links. */
const MAX_URL = 8192

function parseUrl(link: string, base?: string): URL | null {
  const trimmed = link.trim()
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.length > MAX_URL) return null
  let url: URL
  try {
    url = new URL(trimmed, base)
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  return url.hostname === '' ? null : url
}
