import { classNames } from '@segue/ui'

/** Four bars that dance while music plays and stand while it is paused. Decoration. */
export function PlayingBars({ isPlaying }: { isPlaying: boolean }) {
  return (
    <span aria-hidden className="flex h-4 items-end gap-0.5">
      {['', '[animation-delay:-0.6s]', '[animation-delay:-0.25s]'].map((delay) => (
        <span
          key={delay}
          className={classNames(
            'h-full w-[3px] origin-bottom rounded-full bg-current',
            isPlaying ? `animate-equaliser ${delay}` : 'scale-y-40',
          )}
        />
      ))}
    </span>
  )
}
