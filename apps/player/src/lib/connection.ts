import { create } from 'zustand'

/** Whether the server answers, as far as the browser and the last call know. */
export const useConnection = create<{ isOnline: boolean }>(() => ({ isOnline: navigator.onLine }))

globalThis.addEventListener('online', () => noticeConnection(true))
globalThis.addEventListener('offline', () => noticeConnection(false))

/** Says whether somebody answered. */
export function noticeConnection(isOnline: boolean): void {
  if (useConnection.getState().isOnline !== isOnline) useConnection.setState({ isOnline })
}
