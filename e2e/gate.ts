import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

const beatMs = 50
/** A line that was late by so much makes good for it. */
const creditMs = 1000

/** A place between a browser and a server where the line can be cut, held up and narrowed. */
export class Gate {
  /** The port behind the gate. */
  target = 0
  /** What each connection gets from the server; Infinity: as much as comes. */
  bytesPerSecond = Infinity
  readonly #server: Server = createServer((near) => this.#join(near))
  readonly #sockets = new Set<Socket>()
  /** Sockets that nothing gets through any more. */
  readonly #held = new WeakSet<Socket>()
  #state: 'open' | 'shut' | 'held' | 'deaf' = 'open'

  static async open(): Promise<Gate> {
    const gate = new Gate()
    gate.#server.listen(0, '127.0.0.1')
    await once(gate.#server, 'listening')
    return gate
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Cuts every connection; who asks again gets another. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  /** Cuts every connection and lets nobody in until `release`. */
  shut(): void {
    this.#state = 'shut'
    this.cut()
  }

  /** Lets nothing through, without a word to either side: as a router that lost the connection. */
  hold(): void {
    this.#state = 'held'
    for (const socket of this.#sockets) this.#hold(socket)
  }

  /** Lets what is asked for through, and none of the answers. */
  loseAnswers(): void {
    this.#state = 'deaf'
  }

  /** Lets new connections through. What was held stays held, as after a change of network. */
  release(): void {
    this.#state = 'open'
  }

  async close(): Promise<void> {
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #hold(socket: Socket): void {
    this.#held.add(socket)
    socket.pause()
  }

  #join(near: Socket): void {
    if (this.#state === 'shut') return void near.destroy()
    const far = connect(this.target, '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket)
      // A cut is told of by `close`.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        other.destroy()
      })
    }
    near.on('data', (chunk) => far.write(chunk))
    this.#passOn(far, near)
    if (this.#state === 'held') for (const socket of [near, far]) this.#hold(socket)
  }

  #passOn(far: Socket, near: Socket): void {
    let freeAt = 0
    far.on('data', (chunk) => {
      if (this.#state === 'deaf') return
      near.write(chunk)
      const now = performance.now()
      freeAt = Math.max(freeAt, now - creditMs) + (chunk.length / this.bytesPerSecond) * 1000
      if (freeAt < now + beatMs) return
      far.pause()
      setTimeout(() => {
        if (!this.#held.has(far)) far.resume()
      }, freeAt - now)
    })
  }
}
