const widths = [96, 320, 640] as const

/**
 * The addresses of an image in the sizes it is kept in.
 * @param path the image's path, with or without the size as its last segment
 * @returns `src` for the given size and `srcSet` for all of them
 */
export function coverSource(path: string, width: (typeof widths)[number] = 320) {
  const base = path.replace(/\/(96|320|640)$/, '')
  return {
    src: `${base}/${width}`,
    srcSet: widths.map((each) => `${base}/${each} ${each}w`).join(', '),
  }
}
