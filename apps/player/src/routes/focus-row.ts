import type { Rows } from '@segue/ui'
import { focusHeading } from './page-header.tsx'

/**
 * Leads the keyboard's focus to the menu of the row beside one that is about to go, or to the
 * heading where there is none. Call it before the row goes.
 */
export function focusBeside<Row>(rows: Rows<Row>, row: Row, rowKey: (row: Row) => string): void {
  const index = indexIn(rows, row)
  const neighbour = rows.at(index + 1) ?? (index > 0 ? rows.at(index - 1) : undefined)
  const key = neighbour && CSS.escape(rowKey(neighbour))
  // The menu that closes gives the focus back to its button first, which is gone by then.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const menu = key && document.querySelector<HTMLElement>(`[data-row="${key}"]`)
      if (menu) menu.focus()
      else focusHeading()
    }),
  )
}

function indexIn<Row>(rows: Rows<Row>, row: Row): number {
  for (let index = 0; index < rows.length; index++) if (rows.at(index) === row) return index
  return -1
}
