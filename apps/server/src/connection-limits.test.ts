import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

import { expect, it, onTestFinished } from 'vitest'

import { cutSlowBody, limitConnections } from './connection-limits.ts'
import { securityHeaders } from './security-headers.ts'

const headers = securityHeaders({ publicUrl: 'https://music.example.org', storeOrigin: null })

/** A connection to a server that waits a tenth of a second. */
async function openConnection(onRequest: RequestListener): Promise<Socket> {
  const server = createServer({ connectionsCheckingInterval: 20 }, onRequest)
  limitConnections(server, headers, 100)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return connect((server.address() as AddressInfo).port, '127.0.0.1')
}

/** Everything that comes until the connection ends. */
async function readAll(socket: Socket): Promise<string> {
  let text = ''
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => (text += String(chunk)))
  await once(socket, 'close')
  return text
}

it('lets no request take for ever to name itself', async () => {
  const socket = await openConnection((_, response) => response.end())
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n')
  const answer = await readAll(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
})

it('lets no body dribble in for ever, answered or not', async () => {
  for (const isAnswered of [true, false]) {
    const socket = await openConnection((request, response) => {
      cutSlowBody(request, response, 100)
      if (isAnswered) response.end()
    })
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\na')
    expect(await readAll(socket)).toMatch(isAnswered ? /^HTTP\/1\.1 200 / : /^$/)
  }
})

it('hardens also what it answers to no request at all, and tells nothing of why', async () => {
  const broken = [
    ['nonsense\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ] as const
  for (const [bytes, status] of broken) {
    const socket = await openConnection((_, response) => response.end())
    socket.write(bytes)
    const answer = await readAll(socket)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    for (const [name, value] of headers) expect(answer).toContain(`\r\n${name}: ${value}\r\n`)
    expect(answer).toMatch(/\r\ncontent-length: 0\r\n\r\n$/)
  }
})
