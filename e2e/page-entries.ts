import type { Page } from 'playwright-core'

/** What a page says of itself since it began. */
export interface PageEntries {
  /** Largest contentful paint, milliseconds from the navigation. */
  lcpMs: number
  /** Cumulative layout shift. */
  cls: number
  /** Tasks of more than 50 ms since the last look, in milliseconds. */
  longTasksMs: number[]
}

/** Runs in a page before its own scripts and keeps what the browser reports. */
export function keepEntries(): void {
  const kept = { lcpMs: 0, cls: 0, longTasksMs: [] as number[] }
  Object.assign(globalThis, { kept })
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    })
  watch('largest-contentful-paint', ({ startTime }) => {
    kept.lcpMs = startTime
  })
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    }
    if (!hadRecentInput) kept.cls += value
  })
  watch('longtask', ({ duration }) => kept.longTasksMs.push(duration))
}

/** What was kept; the long tasks are handed out once. */
export function entriesOf(page: Page): Promise<PageEntries> {
  return page.evaluate(() => {
    const { kept } = globalThis as unknown as { kept: PageEntries }
    const { lcpMs, cls, longTasksMs } = kept
    kept.longTasksMs = []
    return { lcpMs, cls, longTasksMs }
  })
}
