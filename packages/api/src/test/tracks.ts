import type { RouterInputs, RouterOutputs } from '../index.ts'
import { type TestAudio, wav } from './audio.ts'
import type { TestClient } from './test-app.ts'

type Description = Omit<RouterInputs['tracks']['create'], 'uploadId'>

let pitch = 200

/** Sends a file of audio by a presigned link, as a client does. */
export async function upload(
  admin: TestClient,
  audio: TestAudio,
  filename = 'tone.wav',
): Promise<string> {
  const { bytes, contentType, sizeBytes, sha256 } = audio
  const answer = await admin.api.tracks.presignUpload({ filename, contentType, sizeBytes, sha256 })
  if ('duplicateOf' in answer) throw new Error(`is there already as ${answer.duplicateOf}`)
  const sent = await fetch(answer.url, {
    method: 'PUT',
    headers: answer.headers,
    body: Buffer.from(bytes),
  })
  if (!sent.ok) throw new Error(`the store answered ${sent.status} ${await sent.text()}`)
  return answer.uploadId
}

/** A new track of a tone that no other has. */
export async function addTrack(
  admin: TestClient,
  description: Description = {},
): Promise<{ track: RouterOutputs['tracks']['create']; audio: TestAudio }> {
  const audio = wav({ pitch: pitch++ })
  const uploadId = await upload(admin, audio)
  return { track: await admin.api.tracks.create({ uploadId, ...description }), audio }
}
