import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { CardSkeleton } from './card-skeleton.tsx'
import { cardColumns } from './card-columns.ts'
import type { Rows } from './rows.ts'
import { useDrawnRows } from './use-drawn-rows.ts'

export interface CardGridProps<Item> {
  label: string
  items: Rows<Item>
  itemKey(item: Item): string
  renderCard(item: Item): ReactNode
  /** Their pictures are round. */
  isRound?: boolean
  /** More would come if `onEndReached` asked for it. */
  hasMore?: boolean
  onEndReached?(): void
}

/** So many lines of cards beyond the edges of the window are in the page too. */
const overscan = 2

/**
 * Pictures with words below, as many beside each other as there is room for. Only those in sight
 * are in the page; each is as high as the first.
 */
export function CardGrid<Item>(props: CardGridProps<Item>) {
  const { items, hasMore = false, onEndReached } = props
  const count = items.length
  const listRef = useRef<HTMLUListElement>(null)
  const { columns, lineHeight } = useGridMeasures(listRef)
  const lines = Math.ceil(count / columns)
  const isHere = (index: number) => items.at(index) !== undefined
  const drawn = useDrawnRows(listRef, count, lineHeight, isHere, {
    overscan,
    step: 1,
    across: columns,
  })
  const { first, last } = drawn

  useEffect(() => {
    items.show?.(first, last)
  }, [items, first, last])

  useEffect(() => {
    if (hasMore && last >= count - 2 * columns) onEndReached?.()
  }, [hasMore, last, count, columns, onEndReached])

  return (
    <ul
      ref={listRef}
      aria-label={props.label}
      className={cardColumns}
      style={{
        paddingTop: Math.floor(first / columns) * lineHeight,
        paddingBottom: Math.max(lines - 1 - Math.floor(last / columns), 0) * lineHeight,
      }}
    >
      {Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => {
        const there = items.at(first + at)
        const item = drawn.rows.has(first + at) ? there : undefined
        return (
          <li
            key={there && !items.show ? props.itemKey(there) : first + at}
            aria-setsize={hasMore ? -1 : count}
            aria-posinset={first + at + 1}
            aria-busy={item === undefined || undefined}
            className="min-w-0 pb-6"
          >
            {item ? props.renderCard(item) : <CardSkeleton isRound={props.isRound} isStill />}
          </li>
        )
      })}
    </ul>
  )
}

/** How many cards stand in a line, and how high it is with the gap below, in pixels. */
function useGridMeasures(listRef: RefObject<HTMLUListElement | null>) {
  const [measures, setMeasures] = useState({ columns: 6, lineHeight: 270 })
  useLayoutEffect(() => {
    const list = listRef.current
    if (!list) return
    const measure = () => {
      const columns = getComputedStyle(list).gridTemplateColumns.split(' ').length
      const lineHeight = list.firstElementChild?.getBoundingClientRect().height ?? 0
      if (lineHeight > 0)
        setMeasures((kept) =>
          kept.columns === columns && kept.lineHeight === lineHeight
            ? kept
            : { columns, lineHeight },
        )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(list)
    return () => observer.disconnect()
  }, [listRef])
  return measures
}
