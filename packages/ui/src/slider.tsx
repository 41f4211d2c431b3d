import type { CSSProperties } from 'react'
import { classNames } from './class-names.ts'

export interface SliderProps {
  label: string
  value: number
  max: number
  step?: number
  /** How far PageUp and PageDown go. */
  largeStep?: number
  isDisabled?: boolean
  /** What a screen reader says for a value, such as "1 minute 5 seconds". */
  valueText?(value: number): string
  onValueChange(value: number): void
  /** The pointer was let go or a key was pressed: this value is meant. */
  onValueCommitted?(value: number): void
  /** Shows the handle also where no pointer is near: for a setting, which may stand at 0. */
  showsHandle?: boolean
  className?: string
}

/** One value on a line, by pointer or keyboard: the browser's own, so that it costs no script. */
export function Slider(props: SliderProps) {
  const { label, value, max, step = 1, largeStep, onValueChange, onValueCommitted } = props
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={props.valueText?.(value)}
      min={0}
      max={max}
      step={step}
      value={value}
      disabled={props.isDisabled}
      ref={(element) => {
        // React's own `onChange` is told of every move; the browser's once the value is meant.
        const commit = () => element && onValueCommitted?.(element.valueAsNumber)
        element?.addEventListener('change', commit)
        return () => element?.removeEventListener('change', commit)
      }}
      onChange={({ currentTarget }) => onValueChange(currentTarget.valueAsNumber)}
      onKeyDown={(event) => {
        const direction = { PageUp: 1, PageDown: -1 }[event.key]
        if (largeStep === undefined || direction === undefined) return
        event.preventDefault()
        const moved = Math.max(0, Math.min(value + direction * largeStep, max))
        onValueChange(moved)
        onValueCommitted?.(moved)
      }}
      style={
        {
          '--slider-part': max > 0 ? value / max : 0,
          '--slider-rest': props.showsHandle ? 1 : 0,
        } as CSSProperties
      }
      className={classNames('slider', props.className)}
    />
  )
}
