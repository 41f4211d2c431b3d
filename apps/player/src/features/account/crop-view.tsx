import { useEffect, useImperativeHandle, useRef, type KeyboardEvent, type Ref } from 'react'
import { messages } from '../../lib/me-messages.ts'
import { moved, within, type Crop } from './crop.ts'
import { drawCrop, pictureSide } from './picture.ts'

export interface CropViewProps {
  ref: Ref<HTMLCanvasElement>
  picture: ImageBitmap
  crop: Crop
  onCrop(crop: Crop): void
}

/** A key moves by this part of what is seen. */
const step = 0.05
const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/** The chosen square as it will be seen: moved by drag or arrow keys, zoomed by wheel, plus and minus. */
export function CropView({ ref, picture, crop, onCrop }: CropViewProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const frameRef = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => canvasRef.current as HTMLCanvasElement, [])
  const zoomBy = (factor: number) => onCrop(within(picture, { ...crop, zoom: crop.zoom * factor }))

  useEffect(() => {
    if (canvasRef.current) drawCrop(canvasRef.current, picture, crop)
  }, [picture, crop])

  useEffect(() => {
    const frame = frameRef.current
    // React listens to wheels passively: the page would scroll, too.
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      zoomBy(Math.exp(-event.deltaY / 500))
    }
    frame?.addEventListener('wheel', turn, { passive: false })
    return () => frame?.removeEventListener('wheel', turn)
  })

  function press(event: KeyboardEvent) {
    const [byX, byY] = steps[event.key] ?? []
    if (byX !== undefined && byY !== undefined) onCrop(moved(picture, crop, byX, byY))
    else if (event.key === '+' || event.key === '=') zoomBy(1.1)
    else if (event.key === '-') zoomBy(1 / 1.1)
    else return
    event.preventDefault()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- moved by keys of its own
    <div
      ref={frameRef}
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it takes the arrow keys
      tabIndex={0}
      aria-label={messages.me.cropLabel}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.buttons === 0) return
        const { width } = event.currentTarget.getBoundingClientRect()
        onCrop(moved(picture, crop, -event.movementX / width, -event.movementY / width))
      }}
      className="mx-auto aspect-square w-full max-w-72 cursor-move touch-none overflow-hidden rounded-full"
    >
      <canvas ref={canvasRef} width={pictureSide} height={pictureSide} className="size-full" />
    </div>
  )
}
