import type { DragEvent } from 'react'
import type { Track } from './track.ts'

const type = 'application/x-segue-tracks'
const imageClass =
  'fixed -top-40 left-0 max-w-72 truncate rounded-md bg-accent px-3 py-1.5 text-sm font-medium text-on-accent'

let dragged: readonly Track[] = []

/** Takes tracks along with the pointer: into a playlist of the navigation, or as text elsewhere. */
export function dragTracks({ dataTransfer }: DragEvent, tracks: readonly Track[]): void {
  const names = tracks.map(({ title, artist }) => `${title} · ${artist.name}`)
  dragged = tracks
  dataTransfer.effectAllowed = 'copy'
  dataTransfer.setData(type, idsOf(tracks))
  dataTransfer.setData('text/plain', names.join('\n'))
  const image = document.createElement('div')
  image.className = imageClass
  image.textContent = names[0] ?? ''
  document.body.append(image)
  dataTransfer.setDragImage(image, 0, 0)
  // The browser takes its picture once this event is over.
  setTimeout(() => image.remove())
}

/** Whether tracks hang over a place; which they are is told when they are dropped. */
export function areTracksOver({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes(type)
}

/** The tracks that were dropped; none when they come from another window. */
export function droppedTracks({ dataTransfer }: DragEvent): readonly Track[] {
  return dataTransfer.getData(type) === idsOf(dragged) ? dragged : []
}

function idsOf(tracks: readonly Track[]): string {
  return tracks.map(({ id }) => id).join()
}
