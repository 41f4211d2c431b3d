import { sampleRate } from '../synth/voice.ts'

const bitrates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const samplesPerFrame = 1152
const encoderDelay = 576

/**
 * The silent first frame that describes a file of MPEG-1 layer III frames at 32 kHz with a
 * variable bitrate: frames, bytes, a hundred points to seek to, and how many samples of padding a
 * gapless player cuts off at both ends (G. Bouvigne, "Mp3 info tag", revision 1).
 */
export function xingFrame(frames: Uint8Array, samples: number): Uint8Array {
  const starts = frameStarts(frames)
  const frame = Buffer.alloc(216)
  frame.set([0xff, 0xfb, 0x38, 0x44])
  frame.write('Xing', 36, 'latin1')
  frame.writeUInt32BE(0b1111, 40)
  frame.writeUInt32BE(starts.length, 44)
  const bytes = frames.length + frame.length
  frame.writeUInt32BE(bytes, 48)
  for (let percent = 0; percent < 100; percent++) {
    const start = starts[Math.floor((starts.length * percent) / 100)] ?? 0
    frame[52 + percent] = Math.min(255, Math.floor(((start + frame.length) * 256) / bytes))
  }
  frame.writeUInt32BE(70, 152)
  frame.write('LAME3.100', 156, 'latin1')
  frame[165] = 0x04
  const padding = Math.max(0, starts.length * samplesPerFrame - encoderDelay - samples)
  frame.writeUIntBE((encoderDelay << 12) | Math.min(4095, padding), 177, 3)
  frame.writeUInt32BE(bytes, 184)
  return frame
}

/** Where each frame begins. */
function frameStarts(frames: Uint8Array): number[] {
  const starts: number[] = []
  for (let at = 0; at + 4 <= frames.length;) {
    const size = Math.floor((144_000 * (bitrates[(frames[at + 2] ?? 0) >> 4] ?? 0)) / sampleRate)
    if (frames[at] !== 0xff || size === 0) throw new Error(`No MP3 frame at byte ${at}`)
    starts.push(at)
    at += size + (((frames[at + 2] ?? 0) >> 1) & 1)
  }
  return starts
}
