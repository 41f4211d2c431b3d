import { ID3Writer } from 'browser-id3-writer'

import type { Loudness } from '@segue/loudness'

export interface TrackTags {
  title: string
  artist: string
  album: string
  genre: string
  year: number
  trackNumber: number
  trackCount: number
  loudness: Loudness
  /** a JPEG */
  cover: Uint8Array
}

/** Puts an ID3v2.3 tag before an MP3 file. */
export function tagMp3(mp3: Uint8Array, tags: TrackTags): Uint8Array {
  const writer = new ID3Writer(Uint8Array.from(mp3).buffer)
  writer
    .setFrame('TIT2', tags.title)
    .setFrame('TPE1', [tags.artist])
    .setFrame('TPE2', tags.artist)
    .setFrame('TALB', tags.album)
    .setFrame('TCON', [tags.genre])
    .setFrame('TYER', tags.year)
    .setFrame('TRCK', `${tags.trackNumber}/${tags.trackCount}`)
    .setFrame('TXXX', replayGain('GAIN', `${(-18 - tags.loudness.integratedLufs).toFixed(2)} dB`))
    .setFrame('TXXX', replayGain('PEAK', tags.loudness.peak.toFixed(6)))
    .setFrame('APIC', {
      type: 3,
      description: '',
      data: Uint8Array.from(tags.cover).buffer,
      useUnicodeEncoding: false,
    })
  return new Uint8Array(writer.addTag())
}

function replayGain(name: 'GAIN' | 'PEAK', value: string): { description: string; value: string } {
  return { description: `REPLAYGAIN_TRACK_${name}`, value }
}
