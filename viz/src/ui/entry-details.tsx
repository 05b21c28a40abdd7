import { sayDate, sayRange } from '../data/day.ts'
import { namedIn, quotesOf } from '../data/describe.ts'
import { type GraphIndex, itemsOf } from '../data/graph-index.ts'
import { cleanLabel, hostOf, safeHref } from '../data/safe-text.ts'
import { TYPE_NAMES } from '../data/summarize.ts'
import { Icon } from './icon.tsx'
import { NodeLink } from './node-link.tsx'
import { Part } from './part.tsx'
import { Quotes } from './quotes.tsx'

/** One entry: where it stands, what it names, and its sentences that are evidence. */
export function EntryDetails({ index, entry }: { index: GraphIndex; entry: number }) {
  const { entries, mentions, evidence } = index.graph
  const href = safeHref(entries.url[entry]!)
  const date = entries.date[entry]
  const end = entries.dateEnd[entry]
  const pieces = [...itemsOf(index.mentionsIn, entry)].flatMap((row) => {
    const piece = mentions.evidence[row]!
    return piece >= 0 && evidence.entry[piece] === entry ? [piece] : []
  })
  return (
    <>
      <p class="kicker">
        Entry
        {entries.byline[entry]!.length > 0 && ` · ${entries.byline[entry]!.map((name) => cleanLabel(name)).join(', ')}`}
      </p>
      <h2>
        <bdi>{cleanLabel(entries.title[entry]!, 240)}</bdi>
      </h2>
      <p class="quiet">
        {date ? (end ? sayRange(date, end) : sayDate(date)) : 'Undated'} · {cleanLabel(entries.source[entry]!, 120)}
      </p>
      {href !== null && (
        <p>
          <a class="button" href={href} target="_blank" rel="noopener noreferrer">
            Read at {hostOf(href)} <Icon name="out" />
          </a>
        </p>
      )}
      {namedIn(index, entry).map(({ type, nodes }) => (
        <Part key={type} title={TYPE_NAMES[type].many} note={String(nodes.length)}>
          <ul class="chips">
            {nodes.map((node) => (
              <li key={node}>
                <NodeLink index={index} node={node} />
              </li>
            ))}
          </ul>
        </Part>
      ))}
      <Part title="Evidence" note={String(quotesOf(index, pieces).length)}>
        <Quotes index={index} pieces={pieces} />
      </Part>
    </>
  )
}
