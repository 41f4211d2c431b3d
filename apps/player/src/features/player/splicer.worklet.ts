import type { SplicerCommand } from './splicer-messages.ts'
import { Splicer } from './splicer.ts'

// TypeScript's libraries don't know the scope that worklets run in.
declare const sampleRate: number
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}

/** The splicer on the audio thread: two stereo inputs, one stereo output. */
class SplicerProcessor extends AudioWorkletProcessor {
  readonly #splicer = new Splicer(sampleRate, (event) => this.port.postMessage(event))
  #silence = new Float32Array(128)

  constructor() {
    super()
    this.port.onmessage = ({ data }: MessageEvent<SplicerCommand>) => this.#splicer.take(data)
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const [left, right] = outputs[0] ?? []
    if (!left || !right) return true
    if (this.#silence.length !== left.length) this.#silence = new Float32Array(left.length)
    const blocks = inputs.map(
      ([inLeft = this.#silence, inRight = inLeft]) => [inLeft, inRight] as const,
    )
    this.#splicer.process(blocks, left, right)
    return true
  }
}

registerProcessor('splicer', SplicerProcessor)
