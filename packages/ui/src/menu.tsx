import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface MenuItem {
  label: string
  icon?: ReactNode
  isDanger?: boolean
  isDisabled?: boolean
  onSelect(): void
}

export interface MenuProps {
  /** The button that opens it; it must take a ref and further props, as IconButton does. */
  trigger: ReactElement<Record<string, unknown>>
  items: readonly MenuItem[]
}

/** A short list of things to do. */
export function Menu({ trigger, items }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" className="z-50 outline-none">
          <Base.Popup className="max-w-[min(20rem,var(--available-width))] min-w-44 rounded-lg border border-line bg-raised p-1.5 shadow-popup outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
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
