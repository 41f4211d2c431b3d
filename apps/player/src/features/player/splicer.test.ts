import { describe, expect, it } from 'vitest'

import type { DatedSplicerEvent, DeckIndex, SplicerCommand } from './splicer-messages.ts'
import { Splicer } from './splicer.ts'

const rate = 48_000
const block = 128

/** A splicer whose decks send what they are given, as a browser would: zeros where there is nothing. */
class Bench {
  readonly events: DatedSplicerEvent[] = []
  readonly left: number[] = []
  readonly right: number[] = []
  readonly #queues: [number[], number[]] = [[], []]
  readonly #splicer = new Splicer(rate, (event) => {
    if (event.type !== 'tick') this.events.push(event)
  })

  take(...commands: SplicerCommand[]): void {
    for (const command of commands) this.#splicer.take(command)
  }

  /** Starts to play from this deck. */
  start(deck: DeckIndex): void {
    this.take(
      { type: 'start', deck, epoch: 1 },
      { type: 'freeze', isFrozen: false },
      { type: 'running', deck },
    )
  }

  send(deck: DeckIndex, frames: readonly number[]): void {
    for (const frame of frames) this.#queues[deck].push(frame)
  }

  /** Lets so many blocks go by. */
  run(blocks: number): void {
    for (let count = 0; count < blocks; count++) {
      const inputs = this.#queues.map((queue) => {
        const frames = Float32Array.from({ length: block }, (_, at) => queue[at] ?? 0)
        queue.splice(0, block)
        return [frames, frames] as const
      })
      const left = new Float32Array(block)
      const right = new Float32Array(block)
      this.#splicer.process(inputs, left, right)
      this.left.push(...left)
      this.right.push(...right)
    }
  }

  /** What came out, without the silence around it. */
  get sound(): number[] {
    const first = this.left.findIndex((sample) => sample !== 0)
    const last = this.left.findLastIndex((sample) => sample !== 0)
    return first < 0 ? [] : this.left.slice(first, last + 1)
  }

  get eventTypes(): string[] {
    return this.events.map(({ type }) => type)
  }
}

/** Frames that are told apart by their value. */
function frames(count: number, from = 1): number[] {
  return Array.from({ length: count }, (_, at) => Math.fround((from + at) / 65_536))
}

const blocksOf = (count: number) => Math.ceil(count / block)

describe('Splicer', () => {
  it.each([5000, 5001, 5119, 5120])(
    'follows the last of %i frames with the first of the next deck',
    (length) => {
      const bench = new Bench()
      const whole = frames(length + 3000)
      bench.start(0)
      bench.send(0, whole.slice(0, length))
      bench.run(20)
      bench.take(
        { type: 'open', deck: 1 },
        { type: 'next', deck: 1, crossfadeSeconds: 0 },
        { type: 'running', deck: 1 },
      )
      bench.send(1, whole.slice(length))
      bench.take({ type: 'remaining', deck: 0, seconds: (length - 20 * block) / rate })
      bench.run(blocksOf(length) + 10)
      expect(bench.sound).toEqual(whole.slice(0, bench.sound.length))
      expect(bench.sound.length).toBeGreaterThan(length + 500)
      expect(bench.eventTypes).toEqual(['flow', 'switched', 'released'])
    },
  )

  it('waits for the word that a deck has ended where nobody knew when', () => {
    const bench = new Bench()
    const whole = frames(8000)
    bench.start(0)
    bench.send(0, whole.slice(0, 4000))
    bench.take({ type: 'open', deck: 1 }, { type: 'next', deck: 1, crossfadeSeconds: 0 })
    bench.take({ type: 'running', deck: 1 })
    bench.send(1, whole.slice(4000))
    bench.run(blocksOf(4000))
    bench.take({ type: 'ended', deck: 0 })
    bench.run(60)
    expect(bench.sound.slice(0, 6000)).toEqual(whole.slice(0, 6000))
  })

  it('leaves out what a deck sends before its first sound', () => {
    const bench = new Bench()
    bench.start(0)
    bench.send(0, [...Array<number>(300).fill(0), ...frames(2000)])
    bench.run(40)
    expect(bench.sound.slice(0, 500)).toEqual(frames(500))
  })

  it('keeps silence that a running deck sends', () => {
    const bench = new Bench()
    bench.start(0)
    const silence = Array<number>(rate / 2).fill(0)
    bench.send(0, [...silence, ...frames(2000)])
    bench.run(blocksOf(rate / 2 + 4000))
    const first = bench.left.findIndex((sample) => sample !== 0)
    expect(first).toBeGreaterThan(rate / 2 - 100)
    expect(bench.sound.slice(0, 500)).toEqual(frames(500))
  })

  it('keeps silence at the end of a track up to where it ends', () => {
    const bench = new Bench()
    bench.start(0)
    const length = rate / 2
    bench.send(0, [...frames(2000), ...Array<number>(length - 2000).fill(0)])
    bench.run(10)
    bench.take({ type: 'remaining', deck: 0, seconds: (length - 10 * block) / rate })
    bench.take({ type: 'open', deck: 1 }, { type: 'next', deck: 1, crossfadeSeconds: 0 })
    bench.take({ type: 'running', deck: 1 })
    bench.send(1, frames(2000, 5000))
    bench.run(blocksOf(length))
    bench.take({ type: 'ended', deck: 0 })
    bench.run(40)
    const silent = bench.sound.findIndex((sample) => sample === frames(1, 5000)[0]) - 2000
    expect(silent / rate).toBeCloseTo((length - 2000) / rate, 2)
  })

  it('loses nothing and adds nothing while it is frozen', () => {
    const bench = new Bench()
    bench.start(0)
    bench.send(0, frames(6000))
    bench.run(20)
    bench.take({ type: 'freeze', isFrozen: true })
    bench.run(5)
    const stood = bench.left.length
    bench.run(20)
    expect(bench.left.slice(stood).every((sample) => sample === 0)).toBe(true)
    bench.take({ type: 'freeze', isFrozen: false })
    bench.run(30)
    // Each frame came out once, some of them faint on the way into the silence and out of it.
    const out = bench.left.filter((sample) => sample !== 0)
    expect(out.at(-1)).toBe(frames(1, out.length)[0])
  })

  it('leaves out the zeros of a deck that ran dry', () => {
    const bench = new Bench()
    const whole = frames(6000)
    bench.start(0)
    bench.send(0, whole.slice(0, 3000))
    bench.run(blocksOf(3000) + 4)
    bench.take({ type: 'stalled', deck: 0 })
    bench.run(30)
    bench.take({ type: 'running', deck: 0 })
    bench.send(0, whole.slice(3000))
    bench.run(30)
    expect(bench.left.filter((sample) => sample !== 0).slice(0, 4000)).toEqual(whole.slice(0, 4000))
    expect(bench.eventTypes).toEqual(['flow', 'flow', 'flow'])
  })

  it('keeps the power level while one deck fades into the other', () => {
    const bench = new Bench()
    const length = 2 * rate
    bench.start(0)
    bench.send(0, Array<number>(length).fill(0.5))
    bench.run(20)
    bench.take({ type: 'remaining', deck: 0, seconds: (length - 20 * block) / rate })
    bench.take({ type: 'open', deck: 1 }, { type: 'next', deck: 1, crossfadeSeconds: 1 })
    bench.take({ type: 'running', deck: 1 })
    // One that swings, so that the two are not in step.
    bench.send(
      1,
      Array.from({ length }, (_, at) => (at % 2 === 0 ? 0.5 : -0.5)),
    )
    bench.run(blocksOf(length * 1.4))
    const fade = bench.left.slice(rate, length)
    const powers = Array.from({ length: 20 }, (_, part) => {
      const samples = fade.slice((part * fade.length) / 20, ((part + 1) * fade.length) / 20)
      return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    })
    for (const power of powers) expect(power).toBeCloseTo(0.25, 2)
    expect(bench.eventTypes).toEqual(['flow', 'switched', 'released'])
  })

  it('plays each deck as loud as it is told to', () => {
    const bench = new Bench()
    bench.start(0)
    bench.take({ type: 'gain', deck: 0, gain: 0.5 })
    bench.send(0, Array<number>(3000).fill(0.8))
    bench.run(10)
    expect(bench.sound.every((sample) => Math.abs(sample - 0.4) < 1e-6)).toBe(true)
  })

  it('says once when all was heard and nothing was lined up', () => {
    const bench = new Bench()
    bench.start(0)
    bench.send(0, frames(3000))
    bench.run(blocksOf(3000))
    bench.take({ type: 'ended', deck: 0 })
    bench.run(30)
    expect(bench.sound).toEqual(frames(3000))
    expect(bench.eventTypes).toEqual(['flow', 'finished', 'flow'])
  })

  it('makes a deck wait that is far ahead, and never holds more than some seconds', () => {
    const bench = new Bench()
    bench.start(0)
    bench.take({ type: 'open', deck: 1 }, { type: 'running', deck: 1 })
    bench.send(1, Array<number>(9 * rate).fill(0.1))
    bench.run(blocksOf(9 * rate))
    expect(bench.eventTypes.filter((type) => type === 'full')).toEqual(['full'])
  })

  it('forgets everything at a new start, and dates its events by it', () => {
    const bench = new Bench()
    bench.start(0)
    bench.send(0, frames(4000))
    bench.run(15)
    bench.take({ type: 'start', deck: 0, epoch: 2 }, { type: 'running', deck: 0 })
    const heard = bench.left.length
    bench.run(60)
    expect(bench.events.at(-1)).toEqual({ type: 'flow', isFlowing: true, epoch: 2 })
    expect(Math.min(...bench.left.slice(heard, heard + block))).toBe(0)
  })
})
