/** The heading of the page: takes the keyboard's focus when what had it is gone with its row. */
export function pageHeading(): HTMLElement | null {
  return document.querySelector('h1')
}
