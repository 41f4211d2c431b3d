/** Elements that do something of their own with a space. */
const takesSpace =
  'button, a[href], input, textarea, select, summary, [contenteditable], [role=button], [role=menuitem], [role=option], [role=combobox], [role=slider]'
const takesText = 'input:not([type=range]), textarea, select, [contenteditable]'

export type Shortcut = 'toggle' | 'search'

/**
 * What a key means to the whole page, or null. A focused button keeps its space: it would act twice.
 */
export function shortcutOf(
  event: Pick<
    KeyboardEvent,
    'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'defaultPrevented'
  >,
  target: Pick<Element, 'closest'> | null,
): Shortcut | null {
  if (event.defaultPrevented || event.repeat) return null
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === ' ') return target?.closest(takesSpace) ? null : 'toggle'
  if (event.key === '/') return target?.closest(takesText) ? null : 'search'
  return null
}
