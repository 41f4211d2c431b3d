import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { shortcutOf, type Shortcut } from '../features/player/keyboard.ts'
import { usePlayer } from '../features/player/player-store.ts'
import { currentEntry } from '../features/player/queue.ts'
import { useSheet } from '../features/player/sheet-state.ts'
import { steer } from '../features/player/steer.ts'
import { setFavorite } from '../features/tracks/set-favorite.ts'
import { showShortcuts, useShortcutSheet } from '../lib/shortcut-sheet.ts'
import { useSingleKeys } from '../lib/single-keys.ts'

/** Lets the keyboard steer the player and the app, on whatever page. */
export function useShortcuts(): void {
  const router = useRouter()
  const large = useSheet()

  useEffect(() => {
    /** What is not the player's own; false where there is nothing to do. */
    const others: Partial<Record<Shortcut, () => boolean>> = {
      search() {
        void openSearch()
        return true
      },
      queue() {
        void router.navigate({ to: '/queue' })
        return true
      },
      favorite: markCurrent,
      nowPlaying() {
        const hasTrack = currentEntry(usePlayer.getState().queue) !== undefined
        if (large.isOpen) large.close()
        else if (hasTrack) large.open()
        return large.isOpen || hasTrack
      },
      sheet() {
        showShortcuts(true)
        return true
      },
    }

    let isOnTheWay = false

    async function openSearch() {
      isOnTheWay = true
      try {
        if (router.state.location.pathname !== '/search') await router.navigate({ to: '/search' })
      } finally {
        isOnTheWay = false
      }
      document.getElementById('search')?.focus()
    }

    function press(event: KeyboardEvent) {
      if (event.key === '?' && useShortcutSheet.getState().isOpen) return showShortcuts(false)
      // What is typed before the field is there is meant for it.
      if (isOnTheWay) return
      const target = event.target instanceof Element ? event.target : null
      const shortcut = shortcutOf(event, target)
      if (shortcut === null) return
      const isSingle = !event.ctrlKey && !event.metaKey
      // The space is no character key: a page without it would not be steered by hand at all.
      if (isSingle && shortcut !== 'toggle' && !useSingleKeys.getState().isOn) return
      if (steer(shortcut, event.key) || others[shortcut]?.()) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [router, large])
}

function markCurrent(): boolean {
  const track = currentEntry(usePlayer.getState().queue)?.item
  const canChange = track !== undefined && (track.available || track.favorite)
  if (canChange) setFavorite(track, !track.favorite)
  return canChange
}
