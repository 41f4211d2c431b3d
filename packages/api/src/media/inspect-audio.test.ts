import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as audio from '../test/audio-fixtures.ts'
import { createAudioInspector } from './inspect-audio.ts'
import type { AudioInspector, AudioSource, InspectorLimits } from './inspect-audio.ts'

let respond: (response: ServerResponse) => void
let requests = 0
/** What the store holds, where it matters. */
const etag = '"kept"'
const server = createServer(({ headers }, response) => {
  requests += 1
  const wanted = headers['if-match']
  if (wanted === undefined || wanted === etag) respond(response)
  else response.writeHead(412).end()
})
const spoolFolder = mkdtempSync(join(tmpdir(), 'segue-spool-'))
const inspectors: AudioInspector[] = []
const { inspect: inspectAudio, close } = createAudioInspector({ spoolFolder })

beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
afterEach(async () => {
  await Promise.all(inspectors.splice(0).map((inspector) => inspector.close()))
  requests = 0
})
afterAll(async () => {
  await close()
  server.closeAllConnections()
  server.close()
  rmSync(spoolFolder, { recursive: true })
})

function inspector(limits: Partial<InspectorLimits> = {}): AudioInspector {
  const created = createAudioInspector({ spoolFolder, ...limits })
  inspectors.push(created)
  return created
}

/** Stores the bytes and announces them truthfully. */
function store(bytes: Buffer): AudioSource {
  respond = (response) => response.end(bytes)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/object`,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

const unavailable = expect.objectContaining({ name: 'MediaUnavailable' })
const refused = (reason: string): unknown =>
  expect.objectContaining({ name: 'MediaRefusal', reason })

describe('inspect', () => {
  it('reads the object once and says what it holds', async () => {
    const tag = audio.id3v2([
      ['TIT2', audio.utf16('아리랑')],
      ['APIC', audio.picture(Buffer.from('png'))],
    ])
    const bytes = Buffer.concat([tag, await audio.mp3(audio.tone(2))])
    const found = await inspectAudio(store(bytes))
    expect(found).toMatchObject({
      contentType: 'audio/mpeg',
      container: 'MPEG',
      codec: 'MP3',
      sampleRate: 44_100,
      channels: 1,
      tags: { title: '아리랑' },
      cover: { bytes: Uint8Array.from(Buffer.from('png')) },
    })
    expect(requests).toBe(1)
    expect(readdirSync(spoolFolder)).toEqual([])
  })

  it('inspects more files at once than it has threads', async () => {
    const source = store(audio.wav(0.1))
    const found = await Promise.all(Array.from({ length: 12 }, () => inspectAudio(source)))
    expect(found.map((each) => each.durationMs)).toEqual(Array(12).fill(100))
  })

  it('fails as unavailable when too many files wait', async () => {
    const source = store(audio.wav(0.1))
    const answers: ServerResponse[] = []
    respond = (response) => void answers.push(response)
    const { inspect } = inspector({ threads: 1, waiting: 1 })
    const accepted = [inspect(source), inspect(source)]
    await expect(inspect(source)).rejects.toEqual(unavailable)
    await expect.poll(() => answers.length, { timeout: 20_000 }).toBe(1)
    store(audio.wav(0.1))
    answers[0]?.end(audio.wav(0.1))
    expect(await Promise.all(accepted)).toHaveLength(2)
    expect(requests).toBe(2)
  })

  it('refuses an object that is not the announced one', async () => {
    const source = store(audio.wav(0.1))
    const wrong = [
      { ...source, sizeBytes: source.sizeBytes - 1 },
      { ...source, sizeBytes: source.sizeBytes + 1 },
      { ...source, sha256: '0'.repeat(64) },
      { ...source, etag: '"replaced"' },
    ]
    await expect(inspectAudio({ ...source, etag })).resolves.toMatchObject({ codec: 'PCM' })
    for (const each of wrong)
      await expect(inspectAudio(each)).rejects.toEqual(refused('upload_mismatch'))
  })

  it('refuses what is not audio', async () => {
    const html = store(Buffer.from('<!doctype html><script>alert(1)</script>'))
    await expect(inspectAudio(html)).rejects.toEqual(refused('not_audio'))
  })

  it.each<[string, (response: ServerResponse) => void]>([
    ['has lost the object', (response) => response.writeHead(404).end()],
    ['fails', (response) => response.writeHead(500).end()],
    [
      'breaks off',
      (response) => {
        response.writeHead(200, { 'content-length': 100_000 })
        response.write(Buffer.alloc(1000), () => response.destroy())
      },
    ],
    ['redirects', (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
  ])('is no refusal when the store %s', async (_, misbehave) => {
    const source = store(audio.wav(0.1))
    respond = misbehave
    await expect(inspectAudio(source)).rejects.toEqual(unavailable)
  })

  it('is no refusal when there is no store, or no room for the file', async () => {
    const source = store(audio.wav(0.1))
    const nowhere = { ...source, url: 'http://127.0.0.1:1/object' }
    await expect(inspectAudio(nowhere)).rejects.toEqual(unavailable)
    const { inspect } = inspector({ spoolFolder: join(spoolFolder, 'missing') })
    await expect(inspect(source)).rejects.toEqual(unavailable)
  })

  it('is no refusal when the store is too slow', async () => {
    const source = store(audio.wav(0.1))
    respond = (response) => void response.writeHead(200).write('RIFF')
    await expect(inspector({ timeoutMs: 800 }).inspect(source)).rejects.toEqual(unavailable)
  })
})

describe('a file that breaks the limits', { timeout: 20_000 }, () => {
  const manyFrames = audio.id3v2(
    Array.from({ length: 150_000 }, (_, i) => [
      'TXXX',
      Buffer.from(`\0${i}\0some value of some length`),
    ]),
  )
  it('is refused when its thread dies of memory, and the next file is read', async () => {
    const { inspect } = inspector({ threads: 1, memoryMb: 24 })
    const sound = await audio.mp3(audio.tone(1))
    const death = inspect(store(Buffer.concat([manyFrames, sound])))
    await expect(death).rejects.toMatchObject({ reason: 'not_audio', message: /memory/ })
    await expect(inspect(store(sound))).resolves.toMatchObject({ codec: 'MP3' })
  })

  it('is refused when it takes too long, and the next file is read', async () => {
    const { inspect } = inspector({ threads: 1, timeoutMs: 2000 })
    const slow = audio.scatteredOgg(await audio.ogg(audio.tone(1)), 150_000)
    await inspect(store(audio.wav(0.1)))
    const late = inspect(store(slow))
    await expect(late).rejects.toMatchObject({ reason: 'not_audio', message: /too long/ })
    await expect(inspect(store(audio.wav(0.1)))).resolves.toMatchObject({ codec: 'PCM' })
  })
})

describe('the end', () => {
  it('comes to a process by itself once its files are read', async () => {
    const source = store(audio.wav(0.1))
    const module = new URL('./inspect-audio.ts', import.meta.url)
    const program = `const { createAudioInspector } = await import('${module.href}')
      console.log((await createAudioInspector().inspect(${JSON.stringify(source)})).durationMs)`
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', program],
      { timeout: 10_000 },
    )
    expect(stdout).toBe('100\n')
  })

  it('fails what is being read as unavailable', async () => {
    const source = store(audio.wav(0.1))
    const closing = inspector()
    const asked = new Promise<void>((resolve) => {
      respond = () => resolve()
    })
    const reading = closing.inspect(source).catch((error: unknown) => error)
    await asked
    await closing.close()
    expect(await reading).toEqual(unavailable)
    await expect(closing.inspect(source)).rejects.toEqual(unavailable)
  })
})
