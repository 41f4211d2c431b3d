import { messages } from '../../lib/messages.ts'
import { audioTypeOf, imageTypeOf } from './file-type.ts'

// What the server takes.
const maxAudioBytes = 5 * 1024 ** 3
const maxCoverBytes = 10 * 1024 ** 2

type ChosenFile = Pick<File, 'name' | 'type' | 'size'>

const { upload } = messages

/** Why a file can't become a track, as far as its name and size tell, as a sentence; or null. */
export function fileRefusal(file: ChosenFile): string | null {
  if (file.size === 0) return upload.emptyFile
  if (audioTypeOf(file) === null) return upload.notAudioName
  return file.size > maxAudioBytes ? upload.fileTooLarge : null
}

/** Why a file can't become a cover, as far as its type and size tell, as a sentence; or null. */
export function coverRefusal(file: ChosenFile): string | null {
  if (imageTypeOf(file) === null) return upload.notImageName
  if (file.size === 0) return upload.emptyCover
  return file.size > maxCoverBytes ? upload.coverTooLarge : null
}
