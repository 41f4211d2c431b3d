import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

import { afterAll, describe, expect, it } from 'vitest'

import { findCover } from '../../storage/find-cover.ts'
import { picture, utf16 } from '../../test/audio-fixtures.ts'
import { describeAudio, taggedMp3, wav } from '../../test/audio.ts'
import { png, uploadCover } from '../../test/images.ts'
import { refusal } from '../../test/refusal.ts'
import { testApp, testOrigin } from '../../test/test-app.ts'
import { upload } from '../../test/tracks.ts'
import { Upload } from '../../uploads/upload.entity.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())
const admin = await app.signIn('admin')

const latin1 = (text: string) => Buffer.from(`\0${text}`, 'latin1')

/** A socket that no file may make the server connect to. */
async function openTrap() {
  let connections = 0
  const trap = createServer((socket) => {
    connections += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(trap, 'listening')
  const { port } = trap.address() as AddressInfo
  const close = () => {
    trap.close()
    return connections
  }
  return { url: `http://127.0.0.1:${port}/x.png`, close }
}

/** What asks whoever reads it to fetch something. */
function requests(url: string): [what: string, image: string][] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`
  return [
    ['an image in an SVG', `${svg} width="9" height="9"><image xlink:href="${url}"/></svg>`],
    [
      'an entity of XML',
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "${url}">]>${svg}>&x;</svg>`,
    ],
    ['a stylesheet of XML', `<?xml version="1.0"?><?xml-stylesheet href="${url}"?>${svg}/>`],
    [
      'a script of Magick',
      `push graphic-context\nimage over 0,0 9,9 '${url}'\npop graphic-context`,
    ],
    ['PostScript', `%!PS\n(${url}) (r) file`],
    ['an address alone', url],
  ]
}

describe('a file that names an address', () => {
  it('makes the server connect to nobody', async () => {
    const trap = await openTrap()
    const uploadId = await upload(admin, wav({ pitch: 3_001 }))
    for (const [, image] of requests(trap.url)) {
      const coverUploadId = await uploadCover(admin, Buffer.from(image))
      const call = admin.api.tracks.create({ uploadId, coverUploadId })
      expect(await refusal(call)).toMatchObject({ reason: 'not_an_image' })
      const embedded = taggedMp3([
        ['APIC', picture(Buffer.from(image))],
        ['APIC', Buffer.from(`\0-->\0\x03\0${trap.url}`, 'latin1')],
        ['WOAR', Buffer.from(trap.url)],
        ['WXXX', latin1(`\0${trap.url}`)],
        ['TIT2', latin1(trap.url)],
      ])
      const id = await upload(admin, embedded)
      expect(await admin.api.tracks.create({ uploadId: id })).toMatchObject({
        title: trap.url,
        coverUrl: null,
      })
    }
    for (const text of [
      `#EXTM3U\n#EXTINF:9,x\n${trap.url}\n`,
      `[playlist]\nFile1=${trap.url}\n`,
      `ffconcat version 1.0\nfile '${trap.url}'\n`,
      `<?xml version="1.0"?><smil><audio src="${trap.url}"/></smil>`,
    ]) {
      const id = await upload(admin, describeAudio(Buffer.from(text), 'audio/mpeg'), 'x.mp3')
      expect(await refusal(admin.api.tracks.create({ uploadId: id }))).toMatchObject({
        reason: 'not_audio',
      })
    }
    expect(trap.close()).toBe(0)
  })
})

describe('a file that is two things at once', () => {
  const page = '<!doctype html><html><body><script>alert(document.domain)</script></body></html>'

  it('is served as the audio that it is, on which no browser runs anything', async () => {
    const polyglot = taggedMp3([
      ['PRIV', Buffer.from(page)],
      ['TIT2', latin1(page)],
      ['TPE1', latin1('Polyglot')],
    ])
    const uploadId = await upload(admin, polyglot, 'page.html')
    const { id, title } = await admin.api.tracks.create({ uploadId })
    expect(title).toBe(page)
    const { url, contentType } = await admin.api.stream.start({ trackId: id })
    expect(contentType).toBe('audio/mpeg')
    const answer = await fetch(url)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'audio/mpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    const asPage = new URL(url)
    asPage.searchParams.set('response-content-type', 'text/html')
    expect((await fetch(asPage)).status).toBe(403)
  })

  it('is served as an image made anew, with nothing of what came along', async () => {
    const coverUploadId = await uploadCover(
      admin,
      Buffer.concat([await png(), Buffer.from(page)]),
      'image/jpeg',
    )
    const uploadId = await upload(admin, wav({ pitch: 3_002 }))
    const { coverUrl } = await admin.api.tracks.create({ uploadId, coverUploadId })
    const link = await findCover(app.services.storage, coverUrl ?? '', testOrigin)
    const answer = await fetch(link?.url ?? '')
    expect(answer.headers.get('content-type')).toBe('image/webp')
    const cover = Buffer.from(await answer.arrayBuffer())
    expect(cover.subarray(8, 12).toString()).toBe('WEBP')
    expect(cover.includes('script')).toBe(false)
  })
})

describe('a name of a file', () => {
  it.each([
    '../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e%2fx.mp3',
    'a\nb\r\nSet-Cookie: x=1.mp3',
    'CON',
    '/absolute.mp3',
    String.raw`C:\windows\x.mp3`,
    `${'長'.repeat(80)}.mp3`,
    '\u202E3pm.exe',
    '<img src=x onerror=alert(1)>.mp3',
  ])('is no part of where the file lies: %j', async (filename) => {
    const uploadId = await upload(admin, wav({ pitch: 3_100 + Math.random() }), filename)
    const em = app.services.orm.em.fork()
    const { uploadKey } = await em.findOneOrFail(Upload, { id: uploadId })
    expect(uploadKey).toMatch(/^uploads\/[\da-f-]{36}$/)
    const { id, title } = await admin.api.tracks.create({ uploadId })
    expect(title).not.toMatch(/[\p{Cc}\u202E]/u)
    const { url } = await admin.api.stream.start({ trackId: id })
    expect(new URL(url).pathname).toMatch(/\/audio\/[\da-f-]{36}$/)
  })
})

describe('text that a database refuses', () => {
  it('comes out of tags as text that can be read and found', async () => {
    const tagged = taggedMp3([
      ['TIT2', utf16('nul\0 half\uD800 \u001B[31mred \u202Eback')],
      ['TPE1', utf16('line\r\nX-Injected: 1')],
    ])
    const { id, title, artist } = await admin.api.tracks.create({
      uploadId: await upload(admin, tagged),
    })
    const text = title + artist.name
    expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u202E]/u)
    const { items } = await admin.api.tracks.list({ q: title })
    expect(items.map((track) => track.id)).toContain(id)
  })
})

describe('a bomb', () => {
  it('holds nobody else up', async () => {
    const header = Buffer.from('89504e470d0a1a0a0000000d4948445200007530000075300802000000', 'hex')
    const bombs = await Promise.all(
      Array.from({ length: 4 }, () =>
        uploadCover(admin, Buffer.concat([header, Buffer.alloc(9_000_000)])),
      ),
    )
    const uploadId = await upload(admin, wav({ pitch: 3_003 }))
    const calls = bombs.map((coverUploadId) => {
      const call = admin.api.tracks.create({ uploadId, coverUploadId })
      return refusal(call)
    })
    expect((await admin.api.me.get()).id).toBe(admin.user.id)
    for (const refused of await Promise.all(calls)) expect(refused.reason).toBe('not_an_image')
  })
})
