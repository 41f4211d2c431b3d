import type { Rolldown } from 'vite'

/**
 * What every page of a signed-in listener needs, by folder. Left to themselves these modules become
 * some thirty files, since each set of pages that shares one gets a file of its own; together they
 * compress better and come at once. Nothing breaks where a name is missing: it is one file more.
 */
const shell = {
  'packages/ui/src':
    'avatar|cover|cover-art|cover-mosaic|cover-source|menu|skeleton|slider|use-swipe|visually-hidden',
  'apps/player/src/routes':
    'shell|nav-bar|use-shortcuts|list-problem|page-problem|collection-card|playable-card|home|home-.*|row-skeletons|use-home|use-play|play-playlist',
  'apps/player/src/lib':
    'artist-link|album-link|playlist-choice|shortcut-sheet|single-keys|recent-plays',
  'apps/player/src/features/account': 'account-controls|use-leave|use-sign-out',
  'apps/player/src/features/offline': 'offline-pill',
  'apps/player/src/features/player':
    'keyboard|modes|now-playing-bar|page-title|played-time|player-tools|playing-bars|queue-order|repeat-button|seek-bar|sheet-state|shortcuts-button|shuffle-button|sleep-menu|steer|track-link|transport|volume-control',
  'apps/player/src/features/playlists': 'entries|playlists-nav',
  'apps/player/src/features/tracks':
    'favorite-button|following-tracks|mark-favorite|play-rows|play-tracks|set-favorite|track-title|with-favorite',
  'lucide-react/dist/esm/icons':
    'chart-column|check|disc-3|eighth-notes|heart|house|keyboard|library|list-music|log-out|maximize-2|mic-vocal|pause|play|plus|repeat|repeat-1|rotate-ccw-clock|shuffle|skip-back|skip-forward|volume-1|volume-2|volume-x|wrench',
}

/** What the pages of a stranger and those of a listener share. */
const frame = {
  'packages/ui/src': 'icon-button|logo|theme-toggle',
  'lucide-react/dist/esm/icons': 'monitor|moon|sun',
}

/** How the scripts of a first visit are put into files. */
export const codeSplitting: Rolldown.CodeSplittingOptions = {
  groups: [
    { name: 'main', tags: ['$initial'], priority: 3 },
    { name: 'frame', test: modulesOf(frame), priority: 2 },
    { name: 'shell', test: modulesOf(shell), priority: 1 },
  ],
}

function modulesOf(folders: Record<string, string>): RegExp {
  const paths = Object.entries(folders).map(([folder, names]) => `${folder}/(${names})`)
  return new RegExp(`/(${paths.join('|')})\\.(tsx?|mjs)$`)
}
