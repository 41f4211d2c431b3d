import type { Rolldown } from 'vite'

/**
 * What pages share, by folder. Left to themselves these modules become some thirty files, since each
 * set of pages that shares one gets a file of its own; together they compress better and come at
 * once. Nothing breaks where a name is missing: it is one file more.
 */
const groups: Record<string, Record<string, string>> = {
  /** What the pages of a stranger and those of a listener share. */
  frame: {
    'packages/ui/src': 'icon-button|logo|theme-toggle',
    'lucide-react/dist/esm/icons': 'monitor|moon|sun',
  },
  /** What stands around every page of a listener. */
  shell: {
    'packages/ui/src':
      'avatar|cover|cover-art|cover-mosaic|cover-source|menu|skeleton|slider|table-skeleton|use-swipe|visually-hidden',
    'apps/player/src/routes':
      'shell|nav-bar|use-shortcuts|library-tabs|list-problem|play-playlist|use-play',
    'apps/player/src/lib':
      'artist-link|album-link|dragged-tracks|playlist-choice|shortcut-sheet|single-keys',
    'apps/player/src/features/account': 'account-controls|use-leave|use-sign-out',
    'apps/player/src/features/offline': 'offline-pill',
    'apps/player/src/features/player':
      'keyboard|now-playing-bar|page-title|played-time|player-tools|playing-bars|repeat-button|seek-bar|sheet-state|shortcuts-button|shuffle-button|sleep-menu|steer|track-link|transport|volume-control',
    'apps/player/src/features/playlists': 'entries|playlists-nav',
    'apps/player/src/features/tracks':
      'favorite-button|following-tracks|mark-favorite|play-rows|play-tracks|set-favorite|track-title|with-favorite',
    'lucide-react/dist/esm/icons':
      'chart-column|check|disc-3|eighth-notes|heart|house|keyboard|library|list-music|log-out|maximize-2|mic-vocal|pause|play|plus|repeat|repeat-1|rotate-ccw-clock|shuffle|skip-back|skip-forward|volume-1|volume-2|volume-x|wrench',
  },
  /** The head of most pages. */
  page: {
    'packages/ui/src': 'search-field',
    'apps/player/src/routes': 'nothing-found|page-header',
    'lucide-react/dist/esm/icons': 'search-x|x',
  },
  /** What can be done with a track. */
  actions: {
    'apps/player/src/features/tracks': 'track-actions|track-menu',
    'lucide-react/dist/esm/icons':
      'circle-check|ellipsis|info|list-end|list-plus|list-start|square-check|trash',
  },
  /** What long lists share, be they of rows or of covers. */
  lists: {
    'packages/ui/src':
      'drawing-pace|drawn-rows|row-gap|select|select-look|use-drawn-rows|format-day|format-instant',
    'packages/web/src': 'known-lengths|sparse-.*|use-sparse-list',
    '@tanstack/.*/build/modern': 'queriesObserver|useQueries',
    'apps/player/src/lib': 'list-sources',
    'apps/player/src/routes': 'long-list|paged-list|shuffle-all-button',
    'lucide-react/dist/esm/icons': 'chevron-down',
  },
  /** What lists of rows share. */
  rows: {
    'packages/ui/src':
      'checkbox|open-menu-of-row|reorder|reorder-handle|selection-bar|table|table-head|table-lead|table-row|use-reorder|use-row-.*|use-selection',
    'apps/player/src/features/tracks':
      'as-track-rows|chosen-tracks-bar|play-from|track-columns|track-lead|track-rows|track-skeleton|track-table',
    'apps/player/src/lib': 'use-latest',
    'apps/player/src/routes': 'focus-row|play-button',
    'lucide-react/dist/esm/icons': 'arrow-down|arrow-up|grip-vertical|heart-off|minus',
  },
}

/** How the scripts of a first visit are put into files. */
export const codeSplitting: Rolldown.CodeSplittingOptions = {
  groups: [
    { name: 'main', tags: ['$initial'], priority: 9 },
    ...Object.entries(groups).map(([name, folders], index) => ({
      name,
      test: modulesOf(folders),
      priority: 8 - index,
    })),
  ],
}

function modulesOf(folders: Record<string, string>): RegExp {
  const paths = Object.entries(folders).map(([folder, names]) => `${folder}/(${names})`)
  return new RegExp(`/(${paths.join('|')})\\.(tsx?|m?js)$`)
}
