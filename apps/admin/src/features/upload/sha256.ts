import { sha256 as algorithm } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

const reportEveryBytes = 4 * 1024 * 1024

/**
 * The SHA-256 of a file, read piece by piece: it may be larger than the memory.
 * @param onProgress told how many bytes were read, every few megabytes
 * @returns lower case hex
 */
export async function sha256(file: Blob, onProgress: (bytes: number) => void): Promise<string> {
  const hash = algorithm.create()
  const reader = file.stream().getReader()
  let read = 0
  let reported = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return bytesToHex(hash.digest())
    hash.update(value)
    read += value.length
    if (read - reported < reportEveryBytes) continue
    reported = read
    onProgress(read)
  }
}
