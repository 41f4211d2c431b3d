import { renderDemoLibrary } from './demo/demo-library.ts'

/**
 * A process of its own, since the API forbids the whole of its process to read SVG, from which the
 * covers are made; and the server's memory stays small. Sends each track, then ends.
 */
process.once('disconnect', () => process.exit())
for await (const track of renderDemoLibrary()) {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  process.send?.(track, resolve)
  await promise
}
process.disconnect()
