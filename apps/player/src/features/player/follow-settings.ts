import type { AudioEngine } from './audio-engine.ts'
import { forgetLinedUp } from './line-up.ts'
import { usePlayer } from './player-store.ts'
import { usePlaybackSettings } from './settings.ts'

/**
 * Lets the engine sound as the listener set it, now and after every change.
 * @param gainNow the gain that what plays has under the settings there are
 */
export function followSettings(engine: AudioEngine, gainNow: () => number): void {
  const apply = () => {
    const { speed, outputDeviceId } = usePlaybackSettings.getState()
    engine.setSpeed(speed)
    engine.setOutput(outputDeviceId)
  }
  apply()
  usePlaybackSettings.subscribe(() => {
    apply()
    engine.setGain(gainNow())
    // It was lined up as the settings were before.
    forgetLinedUp()
    engine.forgetNext()
  })
  const applyVolume = () => {
    const { volume, isMuted, fade } = usePlayer.getState()
    engine.setVolume(isMuted ? 0 : volume * fade)
  }
  applyVolume()
  usePlayer.subscribe(applyVolume)
}
