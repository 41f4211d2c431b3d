import type { Mixer, TellEngine } from './mixer.ts'
import type { SplicerCommand } from './splicer-messages.ts'
// oxlint-disable-next-line import/default -- Vite answers the address of what it bundled.
import splicerUrl from './splicer.worklet.ts?worker&url'

const patienceMs = 1000
const restAfterMs = 10_000
const glideSeconds = 0.01

/** Whether this browser has what the graph needs; on a plain http address it has not. */
export function hasGraph(): boolean {
  return 'AudioWorkletNode' in globalThis
}

/**
 * Has the browser start its part in audio, and fetch the splicer, both of which a first sound would
 * wait for. Naming devices is what starts it without a gesture; nobody is asked for anything.
 */
export function rouseGraph(): void {
  if (!hasGraph() || !('mediaDevices' in navigator)) return
  navigator.mediaDevices.enumerateDevices().catch(() => undefined)
  fetch(splicerUrl).catch(() => undefined)
}

/**
 * Both elements into the splicer, and from there through the volume to the loudspeaker.
 * Rejects where the browser can't load the splicer; the elements are untouched then.
 */
export async function openGraphMixer(
  elements: readonly HTMLMediaElement[],
  tell: TellEngine,
): Promise<Mixer> {
  // 'playback' would let every click be heard some 50 ms later.
  const context = new AudioContext({ latencyHint: 'balanced' })
  await context.audioWorklet.addModule(splicerUrl)
  const splicer = new AudioWorkletNode(context, 'splicer', {
    numberOfInputs: elements.length,
    numberOfOutputs: 1,
    outputChannelCount: [2],
    channelCount: 2,
    channelCountMode: 'explicit',
  })
  splicer.port.onmessage = ({ data }) => tell(data)
  elements.forEach((element, index) =>
    context.createMediaElementSource(element).connect(splicer, 0, index),
  )
  const volume = new GainNode(context)
  splicer.connect(volume).connect(context.destination)
  let rest: ReturnType<typeof setTimeout> | undefined
  return {
    canOverlap: true,
    take(command: SplicerCommand) {
      splicer.port.postMessage(command)
      if (command.type !== 'freeze') return
      clearTimeout(rest)
      // A context that runs keeps the device awake, also where it plays silence.
      if (command.isFrozen) rest = setTimeout(() => void context.suspend(), restAfterMs)
    },
    resume: () => resume(context),
    setOutput: (deviceId) => {
      if (canSetSink(context)) context.setSinkId(deviceId).catch(() => undefined)
    },
    setLevel: (level) => volume.gain.setTargetAtTime(level, context.currentTime, glideSeconds),
  }
}

/** Not in every browser, and not in TypeScript's library. */
function canSetSink(
  context: AudioContext,
): context is AudioContext & { setSinkId(deviceId: string): Promise<void> } {
  return 'setSinkId' in context
}

/** A context that may not sound yet stays suspended without a word. */
async function resume(context: AudioContext): Promise<boolean> {
  const isRunning = () => context.state === 'running'
  if (isRunning()) return true
  const waited = new Promise<void>((resolve) => setTimeout(resolve, patienceMs))
  await Promise.race([context.resume(), waited])
  return isRunning()
}
