import { Checkbox, classNames } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import type { Track } from '../../lib/track.ts'
import { PlayingBars } from '../player/playing-bars.tsx'
import { usePlayer } from '../player/player-store.ts'

export interface TrackLeadProps {
  track: Track
  number: string
  isCurrent: boolean
  isChosen: boolean
  /** Rows are being chosen: the box is there without a pointer over it. */
  isChoosing: boolean
  /** @param isRange everything from the row that was chosen before up to this one */
  onChoose(isRange: boolean): void
}

/** The number of a row; bars while it plays, and a box to choose it by. */
export function TrackLead(props: TrackLeadProps) {
  const { track, number, isCurrent, isChosen, isChoosing, onChoose } = props
  const isPlaying = usePlayer((state) => state.isPlaying) && isCurrent
  return (
    <>
      <span
        className={classNames(
          'text-ink-faint tabular-nums',
          isChoosing
            ? 'invisible'
            : 'group-hover/row:invisible group-has-focus-visible/row:invisible',
          number.length > 4 && 'text-xs',
          isCurrent && 'text-accent',
        )}
      >
        {isCurrent ? <PlayingBars isPlaying={isPlaying} /> : number}
      </span>
      <span className="absolute inset-0 flex items-center justify-center">
        <Checkbox
          isHiddenAtRest={!isChoosing}
          label={messages.choosing.box(track.title)}
          isLabelHidden
          isChecked={isChosen && isChoosing}
          onChange={(_, isRange) => onChoose(isRange)}
        />
      </span>
    </>
  )
}
