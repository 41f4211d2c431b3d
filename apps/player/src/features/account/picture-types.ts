/** What may be uploaded as a picture; said here so that the page loads no schemas. */
export const pictureTypes: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
]
