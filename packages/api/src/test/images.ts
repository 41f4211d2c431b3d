import sharp from 'sharp'

import type { TestClient } from './test-app.ts'

let shade = 0

/** A picture that no other test has. */
export function png(): Promise<Buffer> {
  const background = { r: shade % 256, g: Math.floor(shade / 256) % 256, b: 200 }
  shade++
  return sharp({ create: { width: 32, height: 24, channels: 3, background } })
    .png()
    .toBuffer()
}

/** Sends an image by a presigned link, to go with a track. */
export async function uploadCover(
  admin: TestClient,
  bytes: Buffer,
  contentType = 'image/png',
): Promise<string> {
  const link = await admin.api.tracks.presignCover({ contentType, sizeBytes: bytes.length })
  return sendImage(link, bytes)
}

/** Sends an image by a presigned link, to be somebody's avatar. */
export async function uploadAvatar(
  client: TestClient,
  bytes: Buffer,
  contentType = 'image/png',
): Promise<string> {
  const link = await client.api.me.presignAvatar({ contentType, sizeBytes: bytes.length })
  return sendImage(link, bytes)
}

async function sendImage(
  link: { uploadId: string; url: string; headers: Record<string, string> },
  bytes: Buffer,
): Promise<string> {
  const body = Uint8Array.from(bytes)
  const sent = await fetch(link.url, { method: 'PUT', headers: link.headers, body })
  if (!sent.ok) throw new Error(`the store answered ${sent.status} ${await sent.text()}`)
  return link.uploadId
}
