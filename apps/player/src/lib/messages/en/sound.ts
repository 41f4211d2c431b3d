import { formatNumber, spokenDuration } from '@segue/ui'

/** Sentences about how music is to sound. */
export const soundMessages = {
  sound: {
    title: 'Playback settings',
    crossfade: 'Crossfade',
    crossfadeHint: 'How long one track fades into the next.',
    crossfadeOff: 'Off: tracks follow without a gap',
    seconds: (seconds: number) => spokenDuration(seconds),
    albums: 'Crossfade within albums too',
    albumsHint: 'Off, the tracks of an album follow each other as they were made to.',
    loudness: 'Even loudness',
    loudnessHint: 'Brings what was measured to one loudness, and never so far that it distorts.',
    loudnessModes: {
      off: 'Off',
      auto: 'Automatic: albums as a whole',
      track: 'Track by track',
      album: 'Album by album',
    },
    speed: 'Speed',
    speedHint: 'The pitch stays as it is.',
    times: (speed: number) => (speed === 1 ? 'Normal' : `${formatNumber(speed)}×`),
    output: 'Output device',
    outputDefault: 'As the system does',
    outputAllow: 'Show all devices',
    outputHint: 'The browser names the devices once you allow it.',
    outputRefused: 'The browser doesn’t tell which devices there are.',
  },
}
