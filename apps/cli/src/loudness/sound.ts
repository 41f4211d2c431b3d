/** A piece of decoded audio. */
export interface Sound {
  sampleRate: number
  /** The samples of each channel, equally many. */
  channelData: Float32Array[]
}

/** Takes a file piece by piece and gives what it decoded so far. */
export interface Decoder {
  decode(bytes: Uint8Array): Promise<Sound[]>
  /** What it held back until the end of the file. */
  finish(): Promise<Sound[]>
}
