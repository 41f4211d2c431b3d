import {
  cloneElement,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
} from 'react'
import { latePart } from './late-part.tsx'
import type { MenuItem } from './menu-item.ts'

export interface MenuProps {
  /** The button that opens it; it must take a ref and further props, as IconButton does. */
  trigger: ReactElement<Record<string, unknown>>
  /** A function is asked once it is open: rows of a list need not make theirs while they are drawn. */
  items: readonly MenuItem[] | (() => readonly MenuItem[])
}

const MenuPopup = latePart(() => import('./menu-popup.tsx'), 'MenuPopup')

/**
 * A short list of things to do. Until it is opened it is its button alone, however many rows of a
 * list have one; what opens it comes when somebody is about to. Asked for by the secondary button it
 * opens at the pointer, see `openMenuOfRow`.
 */
export function Menu({ trigger, items }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [isMounted, setIsMounted] = useState(false)
  const buttonRef = useRef<HTMLButtonElement>(null)
  const wasOpenAtPress = useRef(false)
  const [point, setPoint] = useState<DOMRect>()
  const label: unknown = trigger.props['label'] ?? trigger.props['aria-label']

  const open = (at?: DOMRect) => {
    setPoint(at)
    setIsMounted(true)
    setIsOpen(true)
  }
  return (
    <>
      {cloneElement(trigger, {
        ref: buttonRef,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        onPointerEnter: MenuPopup.load,
        onFocus: MenuPopup.load,
        onPointerDown: () => (wasOpenAtPress.current = isOpen),
        onClick() {
          // A press on the button closes an open menu as a press beside it, before the click.
          if (!wasOpenAtPress.current) open()
          wasOpenAtPress.current = false
        },
        onContextMenu(event: MouseEvent) {
          event.preventDefault()
          open(new DOMRect(event.clientX, event.clientY))
        },
        onKeyDown(event: KeyboardEvent) {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          open()
        },
      })}
      {isMounted && (
        <MenuPopup
          label={typeof label === 'string' ? label : undefined}
          items={typeof items === 'function' ? items() : items}
          isOpen={isOpen}
          buttonRef={buttonRef}
          point={point}
          onOpenChange={setIsOpen}
          onClosed={() => setIsMounted(false)}
          onMissed={() => {
            setIsOpen(false)
            setIsMounted(false)
          }}
        />
      )}
    </>
  )
}
