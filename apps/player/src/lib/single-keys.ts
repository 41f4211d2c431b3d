import { create } from 'zustand'

const key = 'segue.keys'

/**
 * Whether keys without Ctrl or Cmd are shortcuts on this device. Who speaks to their computer, or hits
 * keys by accident, has to be able to turn them off (WCAG 2.1.4).
 */
export const useSingleKeys = create<{ isOn: boolean }>(() => ({ isOn: readIsOn() }))

/** Turns them on or off, also for later visits. */
export function setSingleKeys(isOn: boolean): void {
  useSingleKeys.setState({ isOn })
  try {
    if (isOn) localStorage.removeItem(key)
    else localStorage.setItem(key, 'off')
  } catch {
    // Where the browser keeps nothing it lasts as long as the page.
  }
}

function readIsOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}
