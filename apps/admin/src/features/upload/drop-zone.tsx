import { classNames } from '@segue/ui'
import { Upload } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { messages } from '../../lib/messages.ts'
import { audioAccept } from './file-type.ts'

export interface DropZoneProps {
  onFiles(files: File[]): void
  /** Leaves room for what was chosen already. */
  isSmall: boolean
}

/** Files are dropped here, or chosen. */
export function DropZone({ onFiles, isSmall }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    onFiles([...event.dataTransfer.files])
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the field inside does the same by keyboard
    <label
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={classNames(
        'flex cursor-pointer flex-col items-center rounded-xl border-2 border-dashed px-6 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        isSmall ? 'py-6' : 'py-12',
        isOver
          ? 'border-accent bg-accent-wash'
          : 'border-line-strong bg-surface hover:border-accent hover:bg-accent-wash',
      )}
    >
      <input
        type="file"
        multiple
        accept={audioAccept.join(',')}
        aria-label={messages.upload.files}
        className="sr-only"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <span
        className={classNames(
          'mb-4 flex size-14 items-center justify-center rounded-full bg-accent-wash text-accent',
          isSmall && 'hidden',
        )}
      >
        <Upload aria-hidden className="size-6" />
      </span>
      <span className="font-semibold">{messages.upload.drop}</span>
      <span className="mt-1 text-sm text-ink-faint">{messages.upload.formats}</span>
    </label>
  )
}
