/** What a page's own sound can be listened to by. */
export interface Hearing {
  analyser: AnalyserNode | null
  /** Answers what was heard since the page began to sound, left of two channels, and its rate. */
  recorded: (() => Promise<Recording>) | null
  /** Every element that was ever told to play. */
  elements: Set<HTMLMediaElement>
}

export interface Recording {
  /** Frames a second. */
  rate: number
  samples: number[]
}

/** The worklet that records. */
export const recorderScript = `
registerProcessor('recorder', class extends AudioWorkletProcessor {
  blocks = []
  constructor() {
    super()
    this.port.onmessage = () => this.port.postMessage(this.blocks)
  }
  process([[left]]) {
    if (left) this.blocks.push(left.slice())
    return true
  }
})`

/**
 * Runs in a page before its own scripts: whatever goes to the loudspeaker also goes to an analyser,
 * and on request to a recorder. The page's sound is heard as it comes out, behind everything that
 * the player does to it.
 */
export function listenIn({ recorder }: { recorder: string | null }): void {
  const hearing: Hearing = { analyser: null, recorded: null, elements: new Set() }
  Object.assign(globalThis, { hearing })
  const play = HTMLMediaElement.prototype.play
  HTMLMediaElement.prototype.play = function (): Promise<void> {
    hearing.elements.add(this)
    return play.call(this)
  }
  const connect = AudioNode.prototype.connect as (...given: unknown[]) => AudioNode
  AudioNode.prototype.connect = function (this: AudioNode, ...given: unknown[]): AudioNode {
    if (given[0] instanceof AudioDestinationNode && this.context instanceof AudioContext) {
      hearing.analyser = new AnalyserNode(this.context, { fftSize: 8192, smoothingTimeConstant: 0 })
      connect.call(this, hearing.analyser)
      if (recorder) void record(this, this.context, recorder)
    }
    return connect.apply(this, given)
  } as typeof AudioNode.prototype.connect

  async function record(from: AudioNode, context: AudioContext, script: string): Promise<void> {
    const module = new Blob([script], { type: 'text/javascript' })
    await context.audioWorklet.addModule(URL.createObjectURL(module))
    const node = new AudioWorkletNode(context, 'recorder', { numberOfOutputs: 0 })
    connect.call(from, node)
    hearing.recorded = () =>
      new Promise((resolve) => {
        node.port.onmessage = ({ data }: MessageEvent<Float32Array[]>) =>
          resolve({ rate: context.sampleRate, samples: data.flatMap((block) => [...block]) })
        node.port.postMessage('now')
      })
  }
}
