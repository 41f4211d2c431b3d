import { SearchField, VisuallyHidden } from '@segue/ui'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useId, type KeyboardEvent } from 'react'
import { messages } from '../lib/messages.ts'
import { openRecentSearches, rememberSearch } from '../lib/recent-searches.ts'
import { topResult } from '../lib/search-results.ts'
import { trpc } from '../lib/trpc.ts'
import { PageHeader } from './page-header.tsx'
import { playFound } from './play-result.ts'
import { linkOfResult } from './result-link.ts'
import { SearchFound } from './search-found.tsx'
import { SearchStart } from './search-start.tsx'
import { findOnce } from './use-found.ts'
import { walkResults } from './walk-results.ts'

/** So short that the results are there within a tenth of a second after the last key. */
const typingPauseMs = 40

/** One field for everything there is: tracks, artists, albums and one's own playlists. */
export function Search() {
  const { nav, search } = messages
  const { q = '' } = useSearch({ from: '/signed-in/search' })
  const navigate = useNavigate({ from: '/search' })
  const openTop = useOpenTop()
  const hintId = useId()
  const find = useCallback(
    (text: string) => void navigate({ search: text.trim() ? { q: text } : {}, replace: true }),
    [navigate],
  )
  useOwnSearches()

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const { isComposing, keyCode } = event.nativeEvent
    // The Enter that ends a syllable belongs to the keyboard, which some browsers tell by a number.
    if (event.key !== 'Enter' || isComposing || keyCode === 229) return
    void openTop(event.currentTarget.value.trim())
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys act on what is inside
    <div onKeyDown={walkResults}>
      <PageHeader title={nav.search} />
      <div className="sticky top-0 z-20 -mx-4 mb-4 bg-canvas px-4 py-2 md:-mx-6 md:px-6">
        <SearchField
          id="search"
          label={nav.search}
          placeholder={search.placeholder}
          clearLabel={messages.tracks.clearSearch}
          describedBy={hintId}
          className="md:max-w-xl"
          value={q}
          pauseMs={typingPauseMs}
          isEager
          onSearch={find}
          onKeyDown={press}
        />
        <VisuallyHidden id={hintId}>{search.hint}</VisuallyHidden>
      </div>
      {q.trim() === '' ? <SearchStart onSearch={find} /> : <SearchFound q={q.trim()} />}
    </div>
  )
}

/** Opens what is meant most likely by a text, a track by playing it. */
function useOpenTop() {
  const router = useRouter()
  return async (text: string) => {
    if (text === '') return
    // What fails says so on the page.
    const found = await findOnce(text).catch(() => null)
    const top = found && topResult(found.results, text)
    if (!top) return
    rememberSearch(text)
    if (top.kind === 'track') playFound(found.results.tracks, top.item, text, found.moreTracks)
    else await router.navigate(linkOfResult(top))
  }
}

/** Shows the listener's own searches, and takes the keyboard to the field where there is one. */
function useOwnSearches() {
  const { data } = trpc.auth.session.useQuery()
  const userId = data?.user?.id
  useEffect(() => {
    if (userId !== undefined) openRecentSearches(userId)
  }, [userId])
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) document.getElementById('search')?.focus()
  }, [])
}
