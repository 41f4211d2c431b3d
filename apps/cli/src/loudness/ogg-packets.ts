const headerBytes = 27
const maxPacketBytes = 1_048_576

/** Takes an Ogg file apart into the packets of its first stream (RFC 3533), piece by piece. */
export class OggPackets {
  #pending: Buffer = Buffer.alloc(0)
  #serial: number | null = null
  /** The beginning of a packet that goes on on the next page. */
  #begun: Buffer[] = []

  /** @returns the packets that are whole by now */
  take(bytes: Uint8Array): Buffer[] {
    this.#pending = Buffer.concat([this.#pending, bytes])
    const packets: Buffer[] = []
    for (;;) {
      const at = this.#pending.indexOf('OggS')
      if (at < 0) {
        // The mark itself may be cut.
        this.#pending = this.#pending.subarray(Math.max(0, this.#pending.length - 3))
        return packets
      }
      this.#pending = this.#pending.subarray(at)
      const size = pageSize(this.#pending)
      if (size === null || this.#pending.length < size) return packets
      packets.push(...this.#readPage(this.#pending.subarray(0, size)))
      this.#pending = this.#pending.subarray(size)
    }
  }

  #readPage(page: Buffer): Buffer[] {
    this.#serial ??= page.readUInt32LE(14)
    if (page.readUInt32LE(14) !== this.#serial) return []
    const segments = page.readUInt8(26)
    const packets: Buffer[] = []
    let at = headerBytes + segments
    for (const length of page.subarray(headerBytes, at)) {
      this.#begun.push(page.subarray(at, at + length))
      at += length
      if (length === 255) continue
      packets.push(Buffer.concat(this.#begun))
      this.#begun = []
    }
    if (this.#begun.reduce((sum, part) => sum + part.length, 0) > maxPacketBytes)
      throw new Error('a packet without an end')
    return packets
  }
}

/** Null while too little of it is there. */
function pageSize(page: Buffer): number | null {
  if (page.length < headerBytes) return null
  const segments = page.readUInt8(26)
  if (page.length < headerBytes + segments) return null
  const table = page.subarray(headerBytes, headerBytes + segments)
  return table.reduce((sum, length) => sum + length, headerBytes + segments)
}
