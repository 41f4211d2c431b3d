/**
 * Options of Node's own that set a program's clock ahead, or back, of the machine's. `Date` moves, and
 * the Date header of answers, as when a clock is set: timers and the database keep their own time.
 */
export function shiftClock(milliseconds: number): string[] {
  return preload(`let ahead = ${milliseconds}`)
}

/**
 * As `shiftClock`, for a clock that every SIGUSR2 sets that much further ahead.
 * @param leaps how often it was set ahead already
 */
export function leapClock(milliseconds: number, leaps = 0): string[] {
  return preload(`
    let ahead = ${milliseconds * leaps}
    process.on('SIGUSR2', () => (ahead += ${milliseconds}))`)
}

function preload(ahead: string): string[] {
  const source = `
    import { ServerResponse } from 'node:http'
    ${ahead}
    const Machine = Date
    const now = () => Machine.now() + ahead
    globalThis.Date = class Date extends Machine {
      constructor(...of) {
        if (of.length > 0) super(...of)
        else super(now())
      }
      static now = now
    }
    const { writeHead } = ServerResponse.prototype
    ServerResponse.prototype.writeHead = function (...of) {
      this.setHeader('date', new Date().toUTCString())
      return writeHead.apply(this, of)
    }`
  return ['--import', `data:text/javascript,${encodeURIComponent(source)}`]
}
