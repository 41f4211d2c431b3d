import { isSegueError, reasonOf, type Segue } from '@segue/client'

import { png } from '../apps/cli/src/test/png.ts'
import type { Random } from './random.ts'
import { bytesOf, drawRecording, type Recording, sha256 } from './recording.ts'

export type Step = 'presignUpload' | 'PUT' | 'cover' | 'create'

/** One recording on its way into the library. */
export interface Attempt {
  recording: Recording
  sha256: string
  /** How far it has come. */
  step: Step
  /** The track the server said it is. */
  trackId: string | null
  /** Not tried again when it was cut off: what it left behind is for the sweep. */
  isForsaken: boolean
}

/** What is sent to a server that may die at any moment, and what the server said of it. */
export class Uploads {
  readonly attempts: Attempt[] = []
  readonly underWay = new Set<Attempt>()
  /** Answers that no death of the server explains. */
  readonly violations: string[] = []
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  get acknowledged(): Attempt[] {
    return this.attempts.filter(({ trackId }) => trackId !== null)
  }

  /** Sends one after the other, until told to stop or the server is gone. */
  async sendUntil(segue: Segue, stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) if (!(await this.#send(segue, this.#next()))) return
  }

  /** @throws when the server does not take so many */
  async send(segue: Segue, count: number): Promise<void> {
    for (let sent = 0; sent < count; sent++)
      if (!(await this.#send(segue, this.#next()))) throw new Error('an upload failed')
  }

  #next(): Attempt {
    const cutOff = this.attempts.find(
      (attempt) => attempt.trackId === null && !attempt.isForsaken && !this.underWay.has(attempt),
    )
    if (cutOff && this.#random.isOneIn(2)) return cutOff
    const recording = drawRecording(this.attempts.length + 1, this.#random)
    const attempt: Attempt = {
      recording,
      sha256: sha256(bytesOf(recording)),
      step: 'presignUpload',
      trackId: null,
      isForsaken: this.#random.isOneIn(2),
    }
    this.attempts.push(attempt)
    return attempt
  }

  /** @returns false when the server went away meanwhile */
  async #send(segue: Segue, attempt: Attempt): Promise<boolean> {
    this.underWay.add(attempt)
    try {
      attempt.trackId = await carry(segue, attempt)
      return true
    } catch (error) {
      const { step, recording } = attempt
      if (!isGone(error))
        this.violations.push(`${step} of ${recording.title}: ${reasonOf(error) ?? String(error)}`)
      return false
    } finally {
      this.underWay.delete(attempt)
    }
  }
}

/** Carries a recording all the way. @returns the track's id */
async function carry(segue: Segue, attempt: Attempt): Promise<string> {
  const { recording } = attempt
  const bytes = bytesOf(recording)
  attempt.step = 'presignUpload'
  const upload = await segue.tracks.presignUpload.mutate({
    filename: `${recording.title}.wav`,
    contentType: 'audio/wav',
    sizeBytes: bytes.length,
    sha256: attempt.sha256,
  })
  if ('duplicateOf' in upload) return upload.duplicateOf
  attempt.step = 'PUT'
  await put(upload, bytes)
  attempt.step = 'cover'
  const coverUploadId = recording.hasCover ? await sendCover(segue, recording) : undefined
  attempt.step = 'create'
  const { id } = await segue.tracks.create.mutate({
    uploadId: upload.uploadId,
    title: recording.title,
    artist: 'The Drill',
    coverUploadId,
  })
  return id
}

async function sendCover(segue: Segue, { number }: Recording): Promise<string> {
  const image = new Uint8Array(png(64, number % 256))
  const upload = await segue.tracks.presignCover.mutate({
    contentType: 'image/png',
    sizeBytes: image.length,
  })
  await put(upload, image)
  return upload.uploadId
}

async function put(
  { url, headers }: { url: string; headers: Record<string, string> },
  body: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const answer = await fetch(url, { method: 'PUT', headers, body })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`the store answered ${answer.status}`)
}

/** Whether a connection broke: no answer of Segue's came, nor one of the store's. */
function isGone(error: unknown): boolean {
  if (isSegueError(error)) return !error.data
  return error instanceof TypeError
}
