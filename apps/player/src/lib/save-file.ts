/** Gives the listener a file to keep. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Not before the browser has taken hold of it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
