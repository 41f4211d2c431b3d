import { create } from 'zustand'

interface Connection {
  /** Whether the server answers, as far as the browser and the last call know. */
  isOnline: boolean
  /** The page was opened without it. */
  isAlone: boolean
}

export const useConnection = create<Connection>(() => ({
  isOnline: navigator.onLine,
  isAlone: false,
}))

globalThis.addEventListener('online', () => noticeConnection(true))
globalThis.addEventListener('offline', () => noticeConnection(false))

/** Says whether somebody answered. */
export function noticeConnection(isOnline: boolean): void {
  const now = useConnection.getState()
  const isAlone = now.isAlone && !isOnline
  if (now.isOnline !== isOnline || now.isAlone !== isAlone)
    useConnection.setState({ isOnline, isAlone })
}

/** Says that what is kept had to tell who is signed in. */
export function noticeAlone(): void {
  useConnection.setState({ isOnline: false, isAlone: true })
}

/** There is no network, as the browser says or the page found when it was opened: no use to try again. */
export function isCutOff(): boolean {
  return !navigator.onLine || useConnection.getState().isAlone
}
