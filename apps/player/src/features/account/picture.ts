import { sideOf, type Crop } from './crop.ts'

/** The width of what is sent: as much as is ever shown. */
export const pictureSide = 640
/** A larger one is scaled down before it is worked with. */
const longestSide = 4_096

/**
 * A picture from a file, the way up that its camera noted; of an animated one its first image.
 * Rejects for what the browser cannot read.
 */
export async function readPicture(file: Blob): Promise<ImageBitmap> {
  const whole = await createImageBitmap(file)
  const longest = Math.max(whole.width, whole.height)
  if (longest <= longestSide) return whole
  const resizeWidth = Math.max(1, Math.round((whole.width * longestSide) / longest))
  const resizeHeight = Math.max(1, Math.round((whole.height * longestSide) / longest))
  const options = { resizeWidth, resizeHeight, resizeQuality: 'high' } as const
  const smaller = await createImageBitmap(whole, options)
  whole.close()
  return smaller
}

/** Draws the square that was chosen over the whole canvas. */
export function drawCrop(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const side = sideOf(picture, crop)
  context.imageSmoothingQuality = 'high'
  // What shows through is white, as on paper: the form that is sent may know no transparency.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  const [left, top] = [crop.x - side / 2, crop.y - side / 2]
  context.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height)
}

/** What the canvas shows, as WebP, or as JPEG where the browser writes none. */
export async function pictureFile(canvas: HTMLCanvasElement): Promise<File> {
  const webp = await toBlob(canvas, 'image/webp')
  const blob = webp?.type === 'image/webp' ? webp : await toBlob(canvas, 'image/jpeg')
  if (!blob) throw new Error('The browser makes no picture of the canvas')
  return new File([blob], 'picture', { type: blob.type })
}

function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob(resolve, type, 0.9)
  })
}
