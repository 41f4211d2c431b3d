/** What the tabs of one browser tell each other. */
export type TabMessage =
  /** Music starts here: elsewhere it stops. */
  | { kind: 'sounding' }
  /** Another queue is kept for this listener. */
  | { kind: 'queue'; owner: string }
  /** How far the queue has played. */
  | { kind: 'place'; owner: string; key: number; positionSeconds: number }
  | { kind: 'volume'; volume: number; isMuted: boolean }
  /** More or less is kept offline. */
  | { kind: 'kept' }
  /** The server was told something by this procedure. */
  | { kind: 'changed'; path: string }

const room = 'BroadcastChannel' in globalThis ? new BroadcastChannel('segue') : null

/** Tells all other tabs. */
export function tellTabs(message: TabMessage): void {
  room?.postMessage(message)
}

/** Calls back with what other tabs tell. */
export function onTabMessage(listener: (message: TabMessage) => void): void {
  room?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => listener(data))
}
