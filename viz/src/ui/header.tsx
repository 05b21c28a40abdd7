import { currentLink } from '../address-sync.ts'
import type { Theme } from '../draw/palette.ts'
import {
  announce,
  index,
  pathOpen,
  systemTheme,
  type Tab,
  type ThemeChoice,
  tab,
  themeChoice,
  webgl,
} from '../state.ts'
import { copyText } from './copy-text.ts'
import { ExportMenu } from './export-menu.tsx'
import { Icon } from './icon.tsx'
import { SearchBox } from './search-box.tsx'

const TABS: readonly [Tab, string][] = [
  ['graph', 'Graph'],
  ['table', 'Table'],
]

/** Each press changes what is seen, until the system's own theme is followed again. */
function nextTheme(choice: ThemeChoice, system: Theme): ThemeChoice {
  const other = system === 'light' ? 'dark' : 'light'
  if (choice === 'system') return other
  return choice === other ? system : 'system'
}

/** Name, tabs, search and the page's actions. */
export function Header() {
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    tab.value = tab.value === 'graph' ? 'table' : 'graph'
    document.getElementById(`tab-${tab.value}`)?.focus()
  }
  const next = nextTheme(themeChoice.value, systemTheme.value)
  return (
    <header class="header">
      <h1 class="wordmark">
        <svg viewBox="0 0 32 20" aria-hidden="true">
          <path d="M2 15c7 0 7-10 14-10s7 10 14 10" />
          <circle cx="16" cy="5" r="3.2" class="a" />
          <circle cx="3.5" cy="15" r="2.4" class="b" />
          <circle cx="28.5" cy="15" r="2.4" class="c" />
        </svg>
        <span>Throughline</span>
      </h1>
      {index.value !== null && (
        <>
          <div class="tabs" role="tablist" aria-label="View" onKeyDown={move}>
            {TABS.map(([key, name]) => (
              <button
                key={key}
                id={`tab-${key}`}
                type="button"
                role="tab"
                aria-selected={tab.value === key}
                aria-controls={`view-${key}`}
                tabIndex={tab.value === key ? 0 : -1}
                onClick={() => {
                  tab.value = key
                }}
              >
                {name}
              </button>
            ))}
          </div>
          <SearchBox />
        </>
      )}
      <div class="actions">
        {index.value !== null && (
          <>
            <button
              type="button"
              class="action"
              aria-expanded={pathOpen.value}
              title="Find the way between two entities"
              onClick={() => {
                pathOpen.value = !pathOpen.value
              }}
            >
              <Icon name="path" />
              <span>Path</span>
            </button>
            <ExportMenu canPicture={webgl.value} />
            <button
              type="button"
              class="action"
              title="Copy a link to this view"
              onClick={() => void copyText(currentLink(), 'Link copied')}
            >
              <Icon name="link" />
              <span class="action-text">Copy link</span>
            </button>
          </>
        )}
        <button
          type="button"
          class="action icon-only"
          aria-label="Theme"
          title={`Theme: ${themeChoice.value}. Change to ${next}`}
          onClick={() => {
            themeChoice.value = next
            announce(`Theme: ${next}`)
          }}
        >
          <Icon name={themeChoice.value} />
        </button>
      </div>
    </header>
  )
}
