import { fastSine, saturate } from '../synth/portable-math.ts'
import { onePole } from '../synth/drum.ts'
import { sampleRate, seconds } from '../synth/voice.ts'
import type { Stereo } from './stereo.ts'

/** Widens a sound by a copy whose delay swings, one way on the left and the other on the right. */
export function chorus(sound: Stereo, depth: number): void {
  widen(sound.left, depth, 0)
  widen(sound.right, depth, 0.5)
}

function widen(channel: Float32Array, depth: number, phase: number) {
  const dry = channel.slice()
  const step = 0.6 / sampleRate
  for (let i = 1200; i < channel.length; i++) {
    const delay = 560 + 220 * fastSine(phase + i * step)
    const read = i - delay
    const index = Math.floor(read)
    const low = dry[index] as number
    const value = low + ((dry[index + 1] as number) - low) * (read - index)
    channel[i] = (dry[i] as number) * (1 - 0.4 * depth) + value * depth * 0.7
  }
}

/** Moves a sound from side to side; rate in hertz, depth 0..1. */
export function autoPan(sound: Stereo, rate: number, depth: number): void {
  const step = rate / sampleRate
  for (let i = 0; i < sound.left.length; i++) {
    const swing = depth * 0.5 * fastSine(i * step)
    sound.left[i] = (sound.left[i] as number) * (1 + swing - depth * 0.25)
    sound.right[i] = (sound.right[i] as number) * (1 - swing - depth * 0.25)
  }
}

/** Takes away what lies above so many hertz, gently, as an old tape or a wall would. */
export function darken(sound: Stereo, hertz: number): void {
  for (const channel of [sound.left, sound.right]) {
    const open = onePole(hertz)
    let a = 0
    let b = 0
    for (let i = 0; i < channel.length; i++) {
      a += open * ((channel[i] as number) - a)
      b += open * (a - b)
      channel[i] = b
    }
  }
}

/** Opens a filter slowly from one frequency to another over the whole sound. */
export function sweepOpen(sound: Stereo, from: number, to: number): void {
  for (const channel of [sound.left, sound.right]) {
    let a = 0
    let b = 0
    let open = 0
    for (let i = 0; i < channel.length; i++) {
      if ((i & 255) === 0) {
        const way = i / channel.length
        open = onePole(from + (to - from) * way * way)
      }
      a += open * ((channel[i] as number) - a)
      b += open * (a - b)
      channel[i] = b
    }
  }
}

/** Warm distortion; more drive, more of it. */
export function overdrive(sound: Stereo, drive: number): void {
  for (const channel of [sound.left, sound.right]) {
    for (let i = 0; i < channel.length; i++) {
      channel[i] = saturate((channel[i] as number) * drive) / Math.sqrt(drive)
    }
  }
}

/** Makes room for the kick: the sound steps back at each of these samples and returns. */
export function duck(sound: Stereo, kicks: number[], depth: number, time: number): void {
  const length = seconds(time)
  kicks.forEach((kick, index) => {
    const end = Math.min(sound.left.length, kick + length, kicks[index + 1] ?? Infinity)
    for (let i = kick; i < end; i++) {
      const left = 1 - (i - kick) / length
      const gain = 1 - depth * left * left * Math.min(1, (i - kick) / 150)
      sound.left[i] = (sound.left[i] as number) * gain
      sound.right[i] = (sound.right[i] as number) * gain
    }
  })
}
