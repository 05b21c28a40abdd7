import { timelineOf } from '../data/describe.ts'
import { plural } from '../data/summarize.ts'
import { patternColor } from '../draw/palette.ts'
import { index, palette, select, selection } from '../state.ts'
import { PatternName } from './pattern-name.tsx'
import { Sparkline } from './sparkline.tsx'

/** The recurring patterns; choosing one frames it and tells it in Details. */
export function PatternList() {
  const graph = index.value
  if (graph === null) return null
  const { patterns } = graph.graph
  const chosen = selection.value?.kind === 'pattern' ? selection.value.id : null
  return (
    <section class="patterns">
      <h2 class="panel-title" id="patterns-title">
        Patterns <span class="quiet">{patterns.length}</span>
      </h2>
      {patterns.length === 0 && <p class="quiet">Nothing recurs yet over two companies. More digests make patterns.</p>}
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets */}
      <ul role="list" aria-label="Patterns">
        {patterns.map((pattern, row) => {
          const color = patternColor(palette.value, graph.patternSlot[row]!)
          const entries = pattern.entries.flatMap((id) => graph.entryById.get(id) ?? [])
          return (
            <li key={pattern.id}>
              <button
                type="button"
                class="pattern"
                aria-pressed={chosen === pattern.id}
                onClick={() => select(chosen === pattern.id ? null : { kind: 'pattern', id: pattern.id })}
              >
                <span class="swatch" style={`background: ${color}`} />
                <span class="pattern-name">
                  <PatternName index={graph} pattern={row} />
                </span>
                <Sparkline counts={timelineOf(graph, entries, 14)} color={color} />
                <span class="pattern-facts quiet">
                  {plural(pattern.companies.length, 'company', 'companies')} ·{' '}
                  {plural(pattern.stories, 'story', 'stories')} · {Math.round(pattern.stability * 100)} % stable
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
