import { Image } from 'lucide-react'
import { useEffect, useRef, useState, type ChangeEvent } from 'react'
import { messages } from '../../lib/messages.ts'
import { coverRefusal } from './file-refusal.ts'
import { imageAccept } from './file-type.ts'

/** A picture for every file that is sent together, shown before it is sent. */
export function CoverField() {
  const [file, setFile] = useState<File | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = target.files?.[0] ?? null
    const sentence = chosen && coverRefusal(chosen)
    if (sentence !== null) target.value = ''
    setFile(sentence === null ? chosen : null)
    setRefusal(sentence)
  }

  return (
    <label className="flex cursor-pointer items-center gap-4 rounded-md border border-line p-3 transition-colors hover:border-line-strong hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent sm:col-span-2">
      <input
        type="file"
        name="cover"
        accept={imageAccept.join(',')}
        aria-label={messages.upload.cover}
        className="sr-only"
        onChange={choose}
      />
      {file ? (
        <Preview file={file} />
      ) : (
        <span className="flex size-14 items-center justify-center rounded-sm bg-sunken text-ink-faint">
          <Image aria-hidden className="size-5" />
        </span>
      )}
      <span className="min-w-0">
        <span className="block text-sm font-medium">{messages.upload.cover}</span>
        <span className="block truncate text-sm text-ink-faint">
          {file?.name ?? messages.upload.coverFormats}
        </span>
        {refusal !== null && (
          <span role="alert" className="block text-sm text-danger">
            {refusal}
          </span>
        )}
      </span>
    </label>
  )
}

/** Drawn rather than linked to: a policy for images need not allow `blob:` for it. */
function Preview({ file }: { file: File }) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let isCurrent = true
    createImageBitmap(file).then(
      (image) => isCurrent && canvasRef.current && drawSquare(canvasRef.current, image),
      () => {
        // Not a picture that this browser knows: the server may still take it.
      },
    )
    return () => {
      isCurrent = false
    }
  }, [file])
  return (
    <canvas
      ref={canvasRef}
      width={112}
      height={112}
      aria-hidden
      className="size-14 shrink-0 rounded-sm bg-sunken"
    />
  )
}

function drawSquare(canvas: HTMLCanvasElement, image: ImageBitmap): void {
  const side = Math.min(image.width, image.height)
  const left = (image.width - side) / 2
  const top = (image.height - side) / 2
  const context = canvas.getContext('2d')
  context?.drawImage(image, left, top, side, side, 0, 0, canvas.width, canvas.height)
  image.close()
}
