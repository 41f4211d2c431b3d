import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

import { onTestFinished } from 'vitest'

/** A port of its own in front of a server, as a network between the two is. */
export interface Forwarder {
  /** The server's address through this port. */
  url: string
  /** Ends every connection and takes no new one. */
  cut(): Promise<void>
  /** Passes nothing on any more, without a word to either side; and all of it later. */
  hold(): void
  release(): void
}

/** Passes every byte on to the server of that address, until it is cut; for one test. */
export async function forward(target: string): Promise<Forwarder> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  const pairs: [Socket, Socket][] = []
  let isHeld = false
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    pairs.push([near, far])
    if (!isHeld) near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  const cut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  onTestFinished(cut)
  return {
    url: url.href,
    cut,
    hold() {
      isHeld = true
      for (const socket of sockets) socket.unpipe().pause()
    },
    release() {
      isHeld = false
      for (const [near, far] of pairs) near.pipe(far).pipe(near)
    },
  }
}
