/** Which square of a picture is taken, in its own pixels. */
export interface Crop {
  /** 1: as large as fits; 4: a quarter as wide. */
  zoom: number
  /** The middle of the square. */
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

export const mostZoom = 4

/** The largest square in the middle. */
export function wholeOf({ width, height }: Size): Crop {
  return { zoom: 1, x: width / 2, y: height / 2 }
}

/** How wide the square is, in pixels of the picture. */
export function sideOf({ width, height }: Size, { zoom }: Crop): number {
  return Math.min(width, height) / zoom
}

/** The nearest crop that lies within the picture. */
export function within(size: Size, crop: Crop): Crop {
  const zoom = clamp(crop.zoom, 1, mostZoom)
  const half = sideOf(size, { ...crop, zoom }) / 2
  return {
    zoom,
    x: clamp(crop.x, half, size.width - half),
    y: clamp(crop.y, half, size.height - half),
  }
}

/** Moves the square by parts of its own width: 0.1 is a tenth. */
export function moved(size: Size, crop: Crop, byX: number, byY: number): Crop {
  const side = sideOf(size, crop)
  return within(size, { ...crop, x: crop.x + byX * side, y: crop.y + byY * side })
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
