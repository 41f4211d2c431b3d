import { describe, expect, it } from 'vitest'

import { callersOrigin, mayPost, type OriginRules, ownOrigins } from './origins.ts'

const unset: OriginRules = { publicUrl: null, allowedOrigins: [], port: 4000 }
const set: OriginRules = {
  publicUrl: 'https://music.example.org',
  allowedOrigins: ['https://friend.example.org'],
  port: 4000,
}
const cookie = 'theme=dark; segue=abc'

describe('mayPost', () => {
  it.each([
    ['our page', set, { origin: 'https://music.example.org' }, true],
    ['our page with a cookie', set, { origin: 'https://music.example.org', cookie }, true],
    ['an allowed origin', set, { origin: 'https://friend.example.org' }, true],
    [
      'an allowed origin, cross-site',
      set,
      { origin: 'https://friend.example.org', 'sec-fetch-site': 'cross-site' },
      true,
    ],
    ['another origin', set, { origin: 'https://evil.example.org' }, false],
    [
      'another origin that claims to be same-origin',
      set,
      { origin: 'https://evil.example.org', 'sec-fetch-site': 'same-origin' },
      false,
    ],
    ['our host by http', set, { origin: 'http://music.example.org' }, false],
    ['our host at another port', set, { origin: 'https://music.example.org:8443' }, false],
    [
      'an origin that begins like ours',
      set,
      { origin: 'https://music.example.org.evil.org' },
      false,
    ],
    ['an opaque origin', set, { origin: 'null' }, false],
    ['an empty origin', set, { origin: '' }, false],
    ['a loopback name while PUBLIC_URL is set', set, { origin: 'http://localhost:4000' }, false],
    ['cross-site without Origin', set, { 'sec-fetch-site': 'cross-site' }, false],
    ['same-site without Origin', set, { 'sec-fetch-site': 'same-site' }, false],
    ['same-origin without Origin', set, { 'sec-fetch-site': 'same-origin', cookie }, true],
    ['a program', set, {}, true],
    ['a program with another cookie', set, { cookie: 'notsegue=1' }, true],
    ['a program with our cookie', set, { cookie }, false],
    ['a program with our secure cookie', set, { cookie: '__Host-segue=abc' }, false],
    ['localhost', unset, { origin: 'http://localhost:4000' }, true],
    ['127.0.0.1', unset, { origin: 'http://127.0.0.1:4000' }, true],
    ['[::1]', unset, { origin: 'http://[::1]:4000' }, true],
    ['localhost at another port', unset, { origin: 'http://localhost:4001' }, false],
    ['localhost by https', unset, { origin: 'https://localhost:4000' }, false],
    ['another machine', unset, { origin: 'http://192.168.1.5:4000' }, false],
  ])('%s', (_, rules, headers, answer) => {
    expect(mayPost(rules, headers)).toBe(answer)
  })
})

describe('callersOrigin', () => {
  it('is the loopback name the caller used while PUBLIC_URL is not set', () => {
    expect(callersOrigin(unset, '127.0.0.1:4000')).toBe('http://127.0.0.1:4000')
    expect(callersOrigin(unset, '[::1]:4000')).toBe('http://[::1]:4000')
    expect(callersOrigin(unset, 'evil.example.org')).toBe('http://localhost:4000')
    expect(callersOrigin(unset, undefined)).toBe('http://localhost:4000')
  })

  it('is PUBLIC_URL whatever the Host header says', () => {
    expect(callersOrigin(set, 'evil.example.org')).toBe('https://music.example.org')
  })

  it('leaves out the port 80 as browsers do', () => {
    expect(ownOrigins({ ...unset, port: 80 })[0]).toBe('http://localhost')
  })
})
