import { useSignal } from '@preact/signals'
import { sayDate } from '../data/day.ts'
import { type Quote, quotesOf, splitMarks } from '../data/describe.ts'
import type { GraphIndex } from '../data/graph-index.ts'
import { hostOf } from '../data/safe-text.ts'
import { grouped } from '../data/summarize.ts'
import { select } from '../state.ts'
import { Icon } from './icon.tsx'

const FIRST_SHOWN = 5

/** Evidence as quotations, the telling words marked, each with the entry and the article it comes from. */
export function Quotes({ index, pieces, total }: { index: GraphIndex; pieces: readonly number[]; total?: number }) {
  const all = useSignal(false)
  const quotes = quotesOf(index, pieces)
  const shown = all.value ? quotes : quotes.slice(0, FIRST_SHOWN)
  if (quotes.length === 0) return <p class="quiet">No sentence is kept for this.</p>
  return (
    <div class="quotes">
      {shown.map((quote) => (
        <QuoteBlock key={quote.evidence} index={index} quote={quote} />
      ))}
      {quotes.length > shown.length && (
        <button type="button" class="plain" onClick={() => (all.value = true)}>
          Show {quotes.length - shown.length} more
        </button>
      )}
      {total !== undefined && total > pieces.length && (
        <p class="quiet">
          The best {pieces.length} of {grouped(total)} are kept.
        </p>
      )}
    </div>
  )
}

function QuoteBlock({ index, quote }: { index: GraphIndex; quote: Quote }) {
  return (
    <figure class="quote">
      <blockquote>
        {quote.sentences.map(({ text, field, marks }, at) => (
          <p key={at} dir="auto" class={field}>
            {field !== 'body' && <span class="field">{field === 'title' ? 'Title' : 'Byline'}</span>}
            {splitMarks(text, marks).map((part, number) =>
              part.marked ? <mark key={number}>{part.text}</mark> : <span key={number}>{part.text}</span>,
            )}
          </p>
        ))}
      </blockquote>
      <figcaption>
        <button
          type="button"
          class="plain"
          onClick={() => select({ kind: 'entry', id: index.graph.entries.id[quote.entry]! })}
        >
          <bdi>{quote.title}</bdi>
        </button>
        <span class="quiet">
          {quote.date === null ? 'undated' : sayDate(quote.date)}
          {quote.href !== null && (
            <>
              {' · '}
              <a href={quote.href} target="_blank" rel="noopener noreferrer">
                {hostOf(quote.href)}
                <Icon name="out" />
              </a>
            </>
          )}
        </span>
      </figcaption>
    </figure>
  )
}
