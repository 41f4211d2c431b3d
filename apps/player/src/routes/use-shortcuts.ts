import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { shortcutOf, type Shortcut } from '../features/player/keyboard.ts'
import { usePlayer } from '../features/player/player-store.ts'
import { currentEntry } from '../features/player/queue.ts'
import { steer } from '../features/player/steer.ts'
import { setFavorite } from '../features/tracks/set-favorite.ts'

/** Lets the keyboard steer the player and the app, on whatever page. */
export function useShortcuts(): void {
  const router = useRouter()

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
    }

    async function openSearch() {
      if (router.state.location.pathname !== '/tracks') await router.navigate({ to: '/tracks' })
      document.getElementById('search')?.focus()
    }

    function press(event: KeyboardEvent) {
      const target = event.target instanceof Element ? event.target : null
      const shortcut = shortcutOf(event, target)
      if (shortcut === null) return
      if (steer(shortcut, event.key) || others[shortcut]?.()) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [router])
}

function markCurrent(): boolean {
  const track = currentEntry(usePlayer.getState().queue)?.item
  const canChange = track !== undefined && (track.available || track.favorite)
  if (canChange) setFavorite(track, !track.favorite)
  return canChange
}
