import { summarize } from '../data/summarize.ts'
import {
  announcement,
  embedded,
  firstFrameDone,
  graph,
  index,
  problem,
  type Sheet,
  selection,
  sheet,
  tab,
  webgl,
} from '../state.ts'
import { CorrectionNote } from './correct-it.tsx'
import { Details } from './details.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { GraphView } from './graph-view.tsx'
import { Header } from './header.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Legend } from './legend.tsx'
import { Message } from './message.tsx'
import { PathPanel } from './path-panel.tsx'
import { PatternList } from './pattern-list.tsx'
import { TableView } from './table-view.tsx'
import { Timeline } from './timeline.tsx'
import { ZoomButtons } from './zoom-buttons.tsx'

export function App() {
  const trouble = problem.value
  return (
    <div
      class={`app ${embedded.value ? 'embedded' : ''} ${selection.value === null ? '' : 'with-details'}`}
      data-sheet={sheet.value}
    >
      {!embedded.value && <Header />}
      {index.value !== null ? <Explorer /> : trouble !== null ? <Message problem={trouble} /> : <Loading />}
      <p class="toast" role="status" data-filled={announcement.value !== ''}>
        {announcement.value}
      </p>
    </div>
  )
}

function Loading() {
  return (
    <main class="message" aria-busy="true">
      <p class="quiet">Reading the graph …</p>
    </main>
  )
}

function Explorer() {
  return (
    <>
      <aside class="side" aria-label="Overview">
        {graph.value !== null && <p class="summary">{summarize(graph.value)}</p>}
        {/* With the next frame: of these the first one would wait for 60 ms, the browser's first box of a date for half of them. */}
        {firstFrameDone.value && (
          <>
            <PatternList />
            <FilterPanel />
            <CorrectionNote />
          </>
        )}
      </aside>
      <main class="main">
        <div id="view-graph" role="tabpanel" aria-labelledby="tab-graph" class="view" hidden={tab.value !== 'graph'}>
          {webgl.value ? (
            <>
              <GraphView />
              <ZoomButtons />
              <Legend />
            </>
          ) : (
            <p class="no-webgl" role="alert">
              This browser draws no WebGL, so there is no picture. Patterns, search, details and the Table tab work
              without it; to see the drawing, switch on hardware acceleration or try another browser.
            </p>
          )}
        </div>
        <div id="view-table" role="tabpanel" aria-labelledby="tab-table" class="view" hidden={tab.value !== 'table'}>
          {tab.value === 'table' && <TableView />}
        </div>
        <PathPanel />
        <Timeline />
      </main>
      <Details />
      <SheetBar />
    </>
  )
}

const SHEETS: readonly [Exclude<Sheet, 'none'>, string, IconName][] = [
  ['patterns', 'Patterns', 'patterns'],
  ['filters', 'Filters', 'filter'],
  ['details', 'Details', 'more'],
]

/** On narrow screens the panels are sheets over the drawing; this bar opens and closes them. */
function SheetBar() {
  return (
    <nav class="sheet-bar" aria-label="Panels">
      {SHEETS.map(([key, name, icon]) => (
        <button
          key={key}
          type="button"
          aria-expanded={sheet.value === key}
          disabled={key === 'details' && selection.value === null}
          onClick={() => {
            sheet.value = sheet.value === key ? 'none' : key
          }}
        >
          <Icon name={icon} />
          {name}
        </button>
      ))}
    </nav>
  )
}
