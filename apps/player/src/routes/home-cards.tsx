import type { ReactNode } from 'react'

export interface HomeCardsProps<Item> {
  items: readonly Item[]
  itemKey(item: Item): string
  renderCard(item: Item): ReactNode
}

/** Cards beside each other; on a phone they are pushed along sideways. */
export function HomeCards<Item>({ items, itemKey, renderCard }: HomeCardsProps<Item>) {
  return (
    <ul className={cardsClassName}>
      {items.map((item) => (
        <li key={itemKey(item)} className="w-36 min-w-0 shrink-0 snap-start md:w-auto">
          {renderCard(item)}
        </li>
      ))}
    </ul>
  )
}

export const cardsClassName =
  '-mx-4 flex snap-x scroll-px-4 gap-4 overflow-x-auto px-4 py-1 [scrollbar-width:none] md:mx-0 md:grid md:grid-cols-3 md:gap-x-5 md:gap-y-6 md:overflow-visible md:px-0 xl:grid-cols-6'
