import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { on, once } from 'node:events'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Services } from '@segue/api'

import { type DemoTrack, demoTrackCount } from './demo/demo-library.ts'
import { asTools, type ToolsApi } from './tools-sign-in.ts'

export interface DemoOptions {
  dataDir: string
  url: string
  say(line: string): void
  /** Stops between two tracks; the next start goes on. */
  signal: AbortSignal
}

/**
 * Fills the demo library in, once, the way every import goes: presigned upload, then create. What is
 * there already is left alone.
 * @returns how many tracks are new
 */
export async function importDemo(
  services: Services,
  { dataDir, url, say, signal }: DemoOptions,
): Promise<number> {
  const done = join(dataDir, 'demo-library')
  if (existsSync(done)) return 0
  say('Composing the demo library')
  const added = await asTools(services, url, (api) => importAll(api, { say, signal }))
  if (added !== null) await writeFile(done, `${new Date().toISOString()}\n`)
  return added ?? 0
}

async function importAll(
  api: ToolsApi,
  { say, signal }: Pick<DemoOptions, 'say' | 'signal'>,
): Promise<number> {
  let seen = 0
  let added = 0
  for await (const track of renderElsewhere()) {
    signal.throwIfAborted()
    if (await importTrack(api, track)) added += 1
    seen += 1
    if (seen % 4 === 0) say(`Composing the demo library: ${seen} of ${demoTrackCount}`)
  }
  return added
}

/** Renders in another process, which ends with the caller's loop. */
async function* renderElsewhere(): AsyncIterable<DemoTrack> {
  const child = fork(new URL('./demo-process.ts', import.meta.url), { serialization: 'advanced' })
  const ended = once(child, 'exit')
  try {
    for await (const [track] of on(child, 'message', { close: ['disconnect'] }))
      yield track as DemoTrack
    const [code] = (await ended) as [number | null]
    if (code !== 0) throw new Error(`composing ended with ${code}`)
  } finally {
    child.kill()
  }
}

async function importTrack(
  api: ToolsApi,
  { filename, contentType, bytes }: DemoTrack,
): Promise<boolean> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { filename, contentType, sizeBytes: bytes.length, sha256 }
  const upload = await api.tracks.presignUpload(file)
  if ('duplicateOf' in upload) return false
  const { status } = await fetch(upload.url, {
    method: 'PUT',
    headers: upload.headers,
    body: new Uint8Array(bytes),
  })
  if (status !== 200) throw new Error(`the store answers ${status} to an upload`)
  await api.tracks.create({ uploadId: upload.uploadId })
  return true
}
