/** The room that a row leaves before its grid for what stands there. */
export function leadRoom(isChoosing: boolean): string {
  return isChoosing ? 'pl-11' : 'sm:pl-11'
}

/** Where it stands. */
export function leadCell(isChoosing: boolean): string {
  return `absolute inset-y-0 left-0 flex w-11 items-center justify-center ${isChoosing ? '' : 'max-sm:hidden'}`
}
