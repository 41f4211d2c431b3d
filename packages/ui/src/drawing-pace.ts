/** A frame that comes so soon after one that drew rows shows that there was time for more; milliseconds. */
const easyMs = 20
/** One that comes so late shows that there were too many. */
const lateMs = 30
const fewest = 3
const most = 24

let rows = 8
let drewAt: number | undefined
let wasFull = false

/** So many rows of a list are drawn in one frame: as many as this machine does without a stutter. */
export function rowsPerFrame(): number {
  return rows
}

/**
 * To be told when rows were drawn: how long it is until the next frame says how many it may draw.
 * @param now the time of this frame
 */
export function tellDrawn(now: number, count: number): void {
  drewAt = now
  wasFull = count >= rows
  requestAnimationFrame((next) => {
    if (drewAt === undefined || next <= drewAt) return
    const ms = next - drewAt
    drewAt = undefined
    if (ms > lateMs) rows = Math.max(fewest, Math.floor(rows * 0.6))
    else if (ms < easyMs && wasFull) rows = Math.min(most, rows + 1)
  })
}
