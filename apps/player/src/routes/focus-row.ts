import { focusHeading } from './page-header.tsx'

/**
 * Leads the keyboard's focus to the menu of the row beside one that is about to go, or to the
 * heading where there is none. Call it before the row goes.
 */
export function focusBeside<Row>(
  rows: readonly Row[],
  row: Row,
  rowKey: (row: Row) => string,
): void {
  const index = rows.indexOf(row)
  const neighbour = rows[index + 1] ?? rows[index - 1]
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
