export type Shortcut =
  | 'toggle'
  | 'back'
  | 'forward'
  | 'previous'
  | 'next'
  | 'tenth'
  | 'louder'
  | 'quieter'
  | 'mute'
  | 'shuffle'
  | 'repeat'
  | 'favorite'
  | 'search'
  | 'queue'
  | 'nowPlaying'
  | 'sheet'

type Press = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'shiftKey'
  | 'repeat'
  | 'defaultPrevented'
  | 'isComposing'
>

const letters: Readonly<Record<string, Shortcut>> = {
  m: 'mute',
  s: 'shuffle',
  r: 'repeat',
  l: 'favorite',
  q: 'queue',
  n: 'nowPlaying',
  f: 'nowPlaying',
}

const arrows: Readonly<Record<string, Shortcut>> = {
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  ArrowUp: 'louder',
  ArrowDown: 'quieter',
}

/** Pressed on for as long as the key is held. */
const held = new Set<Shortcut | null>(['back', 'forward', 'louder', 'quieter'])

const takesText = 'input:not([type=range]), textarea, select, [contenteditable]'
/** Windows and menus keep the keyboard, unless they say that the player may be steered from them. */
const takesAll =
  '[role=dialog]:not([data-steers]), [role=alertdialog], [role=menu], [role=listbox], [role=combobox]'
/** Elements that do something of their own with a space; a link does not. */
const takesSpace =
  'button, summary, input, [role=button], [role=menuitem], [role=option], [role=slider], [role=tab], [role=switch], [role=checkbox], [role=radio]'
/** Elements in which the arrows go from one part to another, or change a value. */
const takesArrows =
  'input, [role=slider], [role=tablist], [role=radiogroup], [role=grid], [role=tree], [role=toolbar]'

/**
 * What a key means to the whole page, or null. A focused button keeps its space, and a slider its
 * arrows: they would act twice.
 */
export function shortcutOf(event: Press, target: Pick<Element, 'closest'> | null): Shortcut | null {
  if (event.defaultPrevented || event.isComposing || target?.closest(takesAll)) return null
  const shortcut = meaningOf(event)
  if (event.repeat && !held.has(shortcut)) return null
  if (shortcut === 'search' && event.key !== '/') return shortcut
  if (target?.closest(takesText)) return null
  if (event.key === ' ' && target?.closest(takesSpace)) return null
  if (event.key in arrows && target?.closest(takesArrows)) return null
  return shortcut
}

function meaningOf(event: Press): Shortcut | null {
  const { key, shiftKey } = event
  const letter = letterOf(event)
  if (event.altKey) return null
  if (event.ctrlKey !== event.metaKey) return letter === 'k' && !shiftKey ? 'search' : null
  if (event.ctrlKey) return null
  if (key === '?') return 'sheet'
  if (key === '/') return 'search'
  if (/^\d$/.test(key)) return 'tenth'
  if (shiftKey) return key === 'ArrowLeft' ? 'previous' : key === 'ArrowRight' ? 'next' : null
  if (key === ' ') return 'toggle'
  return arrows[key] ?? letters[letter] ?? null
}

/** The letter on a key, whatever script the keyboard writes just now: ㅡ stands on the key of M. */
function letterOf({ key, code }: Press): string {
  const isLatin = /^[a-z]$/i.test(key)
  return (isLatin ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? '')).toLowerCase()
}
