import { afterAll, describe, expect, it } from 'vitest'

import { testApp } from '../../test/test-app.ts'
import { addTrack } from '../../test/tracks.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

describe('stream.start', () => {
  it('answers a link that a browser can seek in and writes the play before', async () => {
    const admin = await app.signIn('admin')
    const { track, audio } = await addTrack(admin, { title: 'Dawn' })
    const listener = await app.signIn()
    const stream = await listener.api.stream.start({ trackId: track.id })
    const answer = await fetch(stream.url, { headers: { range: 'bytes=10-19' } })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-type')).toBe('audio/wav')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(audio.bytes.slice(10, 20))
    const history = await listener.api.history.list({})
    expect(history.items).toMatchObject([
      { playId: stream.playId, track: { title: 'Dawn', playCount: 1 } },
    ])
  })
})
