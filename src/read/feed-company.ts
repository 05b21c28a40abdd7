/** Words around a blog's name that are not the company's. */
const AFTER =
  /\s*(?:[-–—|:·]\s*)?\b(?:(?:the\s+)?(?:official\s+)?(?:tech(?:nology|nical)?|engineering|developers?|dev|product|research|news|company|machine learning|security|status|incident|cloud)?\s*(?:blogs?|techblog|feed|rss|changelog|updates?|newsroom|news|status|history|engineering|posts?|articles?|medium|substack|postmortems?|post-mortems?|incidents?))\s*$/i
const BEFORE =
  /^(?:(?:the|official|posts from|latest (?:from|posts from)|stories by|articles (?:by|from)|engineering at|tech at|news from|inside|building)\s+)+/i

/**
 * The company whose feed this is, out of the feed's title: "The Cloudflare Blog" → "Cloudflare", "Netflix TechBlog -
 * Medium" → "Netflix". Where the title leaves nothing ("Engineering Blog"), the whole title stays.
 */
export function feedCompany(title: string): string {
  const whole = title.replace(/\s+/g, ' ').trim().slice(0, 120)
  let name = whole.replace(/\s+on\s+(?:medium|substack|hashnode|dev\.to)$/i, '')
  for (let i = 0; i < 6; i++) {
    const next = name.replace(AFTER, '').trim()
    if (next === name || next === '') break
    name = next
  }
  name = name
    .replace(BEFORE, '')
    .replace(/[\s\-–—|:·,]+$/, '')
    .replace(/[’']s$/, '')
    .replace(/(?<=\p{Ll})TechBlog$/u, '')
    .trim()
  return /\p{L}|\p{N}/u.test(name) ? name : whole
}
