import { classNames } from './class-names.ts'

export interface RowGapProps {
  first: number
  last: number
  rowHeight: number
  /** Something stands before each row. */
  hasLead: boolean
}

/** Of a cover, a title and what stands below it. */
const widths = ['2.75rem', '24%', '15%'] as const

/** The shapes of rows that have not come or are not drawn yet: one box, however many they are. */
export function RowGap({ first, last, rowHeight, hasLead }: RowGapProps) {
  return (
    <div
      aria-hidden
      className={classNames('row-gap absolute inset-x-0', hasLead && 'sm:[--gap-start:3.25rem]')}
      style={{
        top: first * rowHeight,
        height: (last - first + 1) * rowHeight,
        backgroundSize: widths.map((width) => `${width} ${rowHeight}px`).join(', '),
      }}
    />
  )
}
