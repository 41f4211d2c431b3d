import type { ReactNode } from 'react'

export interface CardRowProps<Item> {
  items: readonly Item[]
  itemKey(item: Item): string
  renderCard(item: Item): ReactNode
}

/** Cards beside each other; on a phone they are pushed along sideways. */
export function CardRow<Item>({ items, itemKey, renderCard }: CardRowProps<Item>) {
  return (
    <ul className={cardRowClassName}>
      {items.map((item) => (
        <li key={itemKey(item)} data-result className="w-36 min-w-0 shrink-0 snap-start md:w-auto">
          {renderCard(item)}
        </li>
      ))}
    </ul>
  )
}

export const cardRowClassName =
  '-mx-4 flex snap-x scroll-px-4 gap-4 overflow-x-auto px-4 py-1 [scrollbar-width:none] md:mx-0 md:grid md:grid-cols-3 md:gap-x-5 md:gap-y-6 md:overflow-visible md:px-0 xl:grid-cols-6'
