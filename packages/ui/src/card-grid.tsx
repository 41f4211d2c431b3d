import { useEffect, useRef, type ReactNode } from 'react'

export interface CardGridProps<Item> {
  label: string
  items: readonly Item[]
  itemKey(item: Item): string
  renderCard(item: Item): ReactNode
  /** More would come if `onEndReached` asked for it. */
  hasMore?: boolean
  onEndReached?(): void
}

/** Pictures with words below, as many beside each other as there is room for. */
export function CardGrid<Item>(props: CardGridProps<Item>) {
  const { items, hasMore = false, onEndReached } = props
  const count = items.length
  const endRef = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // With each page anew: an end that stays in sight is told of once.
    if (!hasMore || count === 0 || !endRef.current) return
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && onEndReached?.(),
      { rootMargin: '600px' },
    )
    observer.observe(endRef.current)
    return () => observer.disconnect()
  }, [hasMore, onEndReached, count])

  return (
    <>
      <ul
        aria-label={props.label}
        className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] md:gap-x-5"
      >
        {items.map((item) => (
          <li
            key={props.itemKey(item)}
            className="min-w-0 [contain-intrinsic-size:auto_14rem] [content-visibility:auto]"
          >
            {props.renderCard(item)}
          </li>
        ))}
      </ul>
      <div ref={endRef} />
    </>
  )
}
