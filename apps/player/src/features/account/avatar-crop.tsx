import { Button, Dialog, formatNumber, Slider } from '@segue/ui'
import { useRef, useState } from 'react'
import { messages } from '../../lib/me-messages.ts'
import { wholeOf, within, mostZoom } from './crop.ts'
import { CropView } from './crop-view.tsx'
import { pictureFile } from './picture.ts'

const { me } = messages

export interface AvatarCropProps {
  picture: ImageBitmap
  isBusy: boolean
  onCancel(): void
  onChosen(file: File): void
}

/** Asks which square of a picture is to be the listener's. */
export function AvatarCrop({ picture, isBusy, onCancel, onChosen }: AvatarCropProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const [crop, setCrop] = useState(() => wholeOf(picture))
  const percent = Math.round(crop.zoom * 100)

  async function choose() {
    if (canvasRef.current) onChosen(await pictureFile(canvasRef.current))
  }

  return (
    <Dialog isOpen onOpenChange={onCancel} title={me.cropTitle} closeLabel={messages.close}>
      <CropView ref={canvasRef} picture={picture} crop={crop} onCrop={setCrop} />
      <Slider
        label={me.zoom}
        max={mostZoom * 100 - 100}
        value={percent - 100}
        showsHandle
        step={5}
        largeStep={50}
        valueText={(value) => formatNumber((value + 100) / 100, { style: 'percent' })}
        onValueChange={(value) => setCrop(within(picture, { ...crop, zoom: 1 + value / 100 }))}
        className="mx-auto mt-4 block w-full max-w-72"
      />
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button onClick={onCancel}>{messages.cancel}</Button>
        <Button look="primary" isBusy={isBusy} onClick={() => void choose()}>
          {me.takePicture}
        </Button>
      </div>
    </Dialog>
  )
}
