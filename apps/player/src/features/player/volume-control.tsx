import { formatNumber, IconButton, Slider } from '@segue/ui'
import { Volume1, Volume2, VolumeX } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { usePlayer } from './player-store.ts'
import { turnByWheel } from './volume-wheel.ts'
import { keepVolume, setVolume, toggleMute } from './volume.ts'

export function VolumeControl({ className }: { className?: string }) {
  const volume = usePlayer((state) => (state.isMuted ? 0 : state.volume))
  const isSilent = volume === 0
  const Icon = isSilent ? VolumeX : volume < 0.5 ? Volume1 : Volume2
  return (
    <div ref={turnByWheel} className={className}>
      <IconButton
        label={isSilent ? messages.player.unmute : messages.player.mute}
        size="sm"
        onClick={toggleMute}
      >
        <Icon aria-hidden className="size-[1.125rem]" />
      </IconButton>
      <Slider
        label={messages.player.volume}
        value={Math.round(volume * 100)}
        max={100}
        step={1}
        valueText={(value) => formatNumber(value / 100, { style: 'percent' })}
        onValueChange={(value) => setVolume(value / 100)}
        onValueCommitted={(value) => keepVolume(value / 100)}
        className="w-24 max-lg:w-16"
      />
    </div>
  )
}
