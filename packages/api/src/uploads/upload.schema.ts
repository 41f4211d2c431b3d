import { z } from 'zod'

export const audioTypes = [
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/flac',
  'audio/ogg',
  'audio/opus',
  'audio/webm',
  'audio/wav',
  'audio/x-wav',
] as const
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const

/** What a link for an image is asked for with. Which types there are is the procedure's to refuse. */
export function presignImageSchema(maxMebibytes: number) {
  return z.object({
    contentType: z.string().max(100),
    sizeBytes: z
      .int()
      .min(1)
      .max(maxMebibytes * 1024 ** 2),
  })
}
