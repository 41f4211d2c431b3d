import { Menu as Base } from '@base-ui/react/menu'
import { useEffect, useRef, type RefObject } from 'react'
import { classNames } from './class-names.ts'
import { loadWindows } from './late-windows.ts'
import type { MenuItem } from './menu-item.ts'

export interface MenuPopupProps {
  label: string | undefined
  items: readonly MenuItem[]
  isOpen: boolean
  buttonRef: RefObject<HTMLButtonElement | null>
  /** Where it opens instead of at the button. */
  point: DOMRect | undefined
  onOpenChange(isOpen: boolean): void
  /** It has faded away. */
  onClosed(): void
}

/** The list of a menu, at the button that opened it. */
export function MenuPopup({ items, buttonRef, point, ...rest }: MenuPopupProps) {
  const popupRef = useRef<HTMLDivElement>(null)
  // Many an item opens one.
  useEffect(loadWindows, [])

  /** A window that one of the items opened has the focus by then, and keeps it. */
  function placeOfFocus() {
    const { activeElement, body } = document
    const isHere = activeElement === body || popupRef.current?.contains(activeElement)
    return isHere ? buttonRef.current : false
  }

  return (
    <Base.Root
      modal={false}
      open={rest.isOpen}
      onOpenChange={(isOpen) => rest.onOpenChange(isOpen)}
      onOpenChangeComplete={(isOpen) => !isOpen && rest.onClosed()}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={point ? { getBoundingClientRect: () => point } : buttonRef}
          sideOffset={point ? 0 : 6}
          align={point ? 'start' : 'end'}
          className="z-50 outline-none"
        >
          <Base.Popup
            aria-label={rest.label}
            ref={popupRef}
            finalFocus={placeOfFocus}
            className="max-h-(--available-height) max-w-[min(20rem,var(--available-width))] min-w-44 overflow-y-auto overscroll-contain rounded-lg border border-line bg-raised p-1.5 shadow-popup outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {items.map((item) => (
              <Base.Item
                key={item.label}
                disabled={item.isDisabled}
                onClick={() => item.onSelect()}
                className={classNames(
                  'flex cursor-default items-center gap-2.5 rounded-sm px-2.5 py-2 text-sm outline-none select-none [&>svg]:shrink-0 data-disabled:opacity-45 data-highlighted:bg-sunken',
                  item.isDanger ? 'text-danger' : 'text-ink',
                )}
              >
                {item.icon}
                <span className="truncate">{item.label}</span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
