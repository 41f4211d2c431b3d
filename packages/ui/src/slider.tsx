import { Slider as Base } from '@base-ui/react/slider'
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
  className?: string
}

/** One value on a line, by pointer or keyboard. */
export function Slider({ label, isDisabled, valueText, className, ...rest }: SliderProps) {
  const text = valueText && ((_: string, value: number) => valueText(value))
  return (
    <Base.Root
      value={rest.value}
      max={rest.max}
      step={rest.step ?? 1}
      largeStep={rest.largeStep}
      disabled={isDisabled}
      onValueChange={(value) => rest.onValueChange(value)}
      onValueCommitted={(value) => rest.onValueCommitted?.(value)}
      className={classNames('group/slider', className)}
    >
      <Base.Control className="flex h-6 w-full touch-none items-center select-none data-disabled:opacity-50">
        <Base.Track className="relative h-1 w-full rounded-full bg-line">
          <Base.Indicator className="rounded-full bg-ink-soft group-hover/slider:bg-accent group-focus-within/slider:bg-accent" />
          <Base.Thumb
            getAriaLabel={() => label}
            getAriaValueText={text}
            className="size-3 rounded-full bg-ink opacity-0 shadow-cover outline-offset-2 outline-accent transition-opacity duration-150 group-hover/slider:opacity-100 group-focus-within/slider:opacity-100 has-focus-visible:outline-2 data-disabled:opacity-0!"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  )
}
