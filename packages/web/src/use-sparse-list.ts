import {
  hashKey,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Rows } from '@segue/ui'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { rememberLength } from './known-lengths.ts'
import { areNear, pagesAround, placeOf } from './sparse-pages.ts'
import {
  lengthBy,
  lengthOf,
  loadRows,
  nameOf,
  rowReader,
  type SparsePage,
  type SparseSource,
} from './sparse-source.ts'

/** A jump rests so long before it asks, in milliseconds: a dragged scroll bar passes much by. */
const restMs = 90

/** A long list of which only the pages around what is in sight are asked for. */
export interface SparseList<Item> {
  /** Tells it from lists by other filters or in another order. */
  name: string
  /** For a `Table` or a `CardGrid`. */
  rows: Rows<Item>
  /** Not even its length is known yet. */
  isPending: boolean
  isFetching: boolean
  /** Another list was asked for, and this is still the one before. */
  isPlaceholder: boolean
  /** What kept the length or the rows in sight from coming; null while nothing did. */
  error: unknown
  /** Asks again for what is in sight. */
  refetch(): void
  /** The rows from one to another, also those that have not come yet, in their order. */
  load(first: number, last: number): Promise<Item[]>
}

/**
 * Knows a list's length at once, and fetches what is shown of it: each page is a query of its own,
 * which the cache drops when nobody looked at it for a while. While another list loads, by other
 * filters or in another order, the rows of the one before stay.
 */
export function useSparseList<Item>(source: SparseSource<Item>): SparseList<Item> {
  const client = useQueryClient()
  const name = nameOf(source)
  const [asked, setAsked] = useState({ name, pages: [0] })
  const [kept, setKept] = useState({ name, source })

  // Another list is shown from its start.
  const pages = asked.name === name ? asked.pages : [0]
  const count = useQuery(source.count)
  const { answers, isFetching, error } = useQueries({
    queries: pages.map((page) => source.page(placeOf(page))),
    combine: together<Item>,
  })
  const hasCome = count.data !== undefined && answers.every((page) => page !== undefined)
  if (hasCome && kept.name !== name) setKept({ name, source })
  const isPlaceholder = kept.name !== name
  const shown = isPlaceholder ? kept : { name, source }
  const counted = lengthOf(client, shown.source)
  const numbered = isPlaceholder ? [] : pages.map((page, at) => [page, answers[at]] as const)
  const length = counted === undefined ? undefined : lengthBy(counted, numbered)
  const show = useShow(shown.name, isPlaceholder ? undefined : length, setAsked)

  useEffect(() => {
    if (count.data) rememberLength(hashKey(source.count.queryKey), count.data.count)
  })

  const rows = useMemo(
    (): Rows<Item> => ({ length: length ?? 0, at: rowReader(client, shown.source), show }),
    // oxlint-disable-next-line react/exhaustive-deps -- new rows with each answer, which `at` reads; a source is as good as another of its name
    [client, shown.name, length, answers, show],
  )
  return {
    name: shown.name,
    rows,
    isPending: length === undefined,
    isFetching: isFetching || count.isFetching,
    isPlaceholder,
    error: count.error ?? error,
    refetch() {
      void count.refetch()
      for (const page of pages)
        void client.refetchQueries({ queryKey: source.page(placeOf(page)).queryKey, exact: true })
    },
    load: (first, last) => loadRows(client, shown.source, first, last),
  }
}

interface Asked {
  name: string
  pages: number[]
}

/**
 * Turns the rows in sight into the pages that are asked for: the next ones at once, others once the
 * scrolling rests.
 * @param length undefined while the list that is shown is not the one that is asked for
 */
function useShow(name: string, length: number | undefined, setAsked: (asked: Asked) => void) {
  const asked = useRef<Asked>({ name: '', pages: [] })
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(resting.current), [])

  return useCallback(
    (first: number, last: number) => {
      clearTimeout(resting.current)
      if (length === undefined) return
      const wanted = { name, pages: pagesAround(first, last, length) }
      const ask = () => {
        asked.current = wanted
        setAsked(wanted)
      }
      const { name: askedName, pages } = asked.current
      if (askedName !== name || areNear(pages, wanted.pages)) {
        if (askedName !== name || String(pages) !== String(wanted.pages)) ask()
      } else {
        resting.current = setTimeout(ask, restMs)
      }
    },
    [name, length, setAsked],
  )
}

function together<Item>(results: UseQueryResult<SparsePage<Item>>[]) {
  return {
    answers: results.map(({ data }) => data),
    isFetching: results.some(({ isFetching }) => isFetching),
    error: results.find(({ isError }) => isError)?.error ?? null,
  }
}
