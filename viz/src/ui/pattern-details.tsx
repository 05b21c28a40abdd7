import { sayRange } from '../data/day.ts'
import { newestFirst, tellPattern, timelineOf } from '../data/describe.ts'
import type { GraphIndex } from '../data/graph-index.ts'
import { cleanLabel } from '../data/safe-text.ts'
import { plural } from '../data/summarize.ts'
import { patternColor } from '../draw/palette.ts'
import { palette } from '../state.ts'
import { MemberChips } from './member-chips.tsx'
import { EntryList } from './node-details.tsx'
import { Part } from './part.tsx'
import { Quotes } from './quotes.tsx'
import { Sparkline } from './sparkline.tsx'

/** A pattern: its paragraph, how sure it is, its members and the entries behind it. */
export function PatternDetails({ index, pattern }: { index: GraphIndex; pattern: number }) {
  const { patterns } = index.graph
  const { name, paragraph, stability, lift, stories, companies, firstDate, lastDate, words, evidence, change } =
    patterns[pattern]!
  const color = patternColor(palette.value, index.patternSlot[pattern]!)
  const entries = newestFirst(
    index.graph,
    patterns[pattern]!.entries.flatMap((id) => index.entryById.get(id) ?? []),
  )
  return (
    <>
      <p class="kicker">
        <span class="dot" style={`background: ${color}`} /> Pattern{change === undefined ? '' : ` · ${change}`}
      </p>
      <h2>
        <bdi>{cleanLabel(name, 160)}</bdi>
      </h2>
      <p class="lead">{paragraph === '' ? tellPattern(index, pattern) : cleanLabel(paragraph, 1200)}</p>
      <Sparkline counts={timelineOf(index, entries, 24)} color={color} />
      <dl class="figures">
        <div>
          <dt>Support</dt>
          <dd>
            {plural(companies.length, 'company', 'companies')}, {plural(stories, 'story', 'stories')}
          </dd>
        </div>
        <div>
          <dt>Stability</dt>
          <dd>
            <Meter value={stability} color={color} /> {Math.round(stability * 100)} %
          </dd>
        </div>
        <div>
          <dt>Lift</dt>
          <dd>
            {lift.value.toFixed(1)}{' '}
            <span class="quiet">
              (95 %: {lift.low.toFixed(1)} to {lift.high.toFixed(1)})
            </span>
          </dd>
        </div>
        {firstDate !== null && lastDate !== null && (
          <div>
            <dt>Seen</dt>
            <dd>{sayRange(firstDate, lastDate)}</dd>
          </div>
        )}
        {words.length > 0 && (
          <div>
            <dt>Words</dt>
            <dd>
              {words
                .slice(0, 8)
                .map((word) => cleanLabel(word))
                .join(', ')}
            </dd>
          </div>
        )}
      </dl>
      <MemberChips index={index} pattern={pattern} />
      <Part title="Evidence">
        <Quotes index={index} pieces={evidence} />
      </Part>
      <Part title="Entries" note={String(entries.length)}>
        <EntryList index={index} entries={entries} />
      </Part>
    </>
  )
}

export function Meter({ value, color }: { value: number; color: string }) {
  return (
    <span class="meter" aria-hidden="true">
      <span style={`width: ${Math.round(value * 100)}%; background: ${color}`} />
    </span>
  )
}
