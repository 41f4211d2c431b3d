import type { ComponentType } from 'react'
import type { ToastRegionProps } from './toast-region.tsx'

let stack: ComponentType<ToastRegionProps> | null = null
let isLoading = false
const listeners = new Set<() => void>()

/**
 * Fetches what draws toasts, once. An app that may have something to say while the network is gone
 * calls it before; where it could not be fetched it is once the network is back.
 */
export function loadToasts(): void {
  if (!stack && !isLoading) void load()
}

async function load(): Promise<void> {
  isLoading = true
  try {
    stack = (await import('./toast-stack.tsx')).ToastStack
    for (const listener of listeners) listener()
  } catch {
    globalThis.addEventListener('online', loadToasts, { once: true })
  } finally {
    isLoading = false
  }
}

/** What draws toasts, once it is there. */
export function loadedStack(): ComponentType<ToastRegionProps> | null {
  return stack
}

/** Calls back when it is there; answers how to stop that. */
export function onLoadedStack(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
