import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { importAgain } from './import-again.ts'

export interface LateProps {
  /** Stands there until the part has come. */
  fallback?: ReactNode
  /** It could not be fetched. What is drawn anew asks for it again. */
  onMissed?(): void
}

export interface LatePart<Props> {
  (props: Props & LateProps): ReactNode
  /** Fetches it ahead, when somebody is about to want it. */
  load(): void
}

const listeners = new Set<() => void>()

/**
 * Calls back whenever a part could not be fetched: the network is away, or the build was replaced;
 * answers how to stop that.
 */
export function onMissedPart(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * A part in a file of its own, which comes when it is first wanted. Unlike with React's `lazy`, one
 * that could not be fetched takes nothing else with it, and is asked for again the next time.
 * @param name what the part is called in its module
 */
export function latePart<Name extends string, Props extends object>(
  fetchModule: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): LatePart<Props> {
  let Part: ComponentType<Props> | null = null
  const fetchAgain = importAgain(fetchModule)
  const load = async () => {
    Part ??= (await fetchAgain())[name]
  }

  function Late({ fallback = null, onMissed, ...props }: Props & LateProps) {
    const [isThere, setIsThere] = useState(Part !== null)
    useEffect(() => {
      if (isThere) return
      const missed = () => {
        for (const listener of listeners) listener()
        onMissed?.()
      }
      load().then(() => setIsThere(true), missed)
      // oxlint-disable-next-line react/exhaustive-deps -- asked for once each time it is drawn
    }, [])
    return Part && isThere ? <Part {...(props as unknown as Props)} /> : fallback
  }
  Late.load = () => {
    load().catch(() => {
      // Told when it is wanted.
    })
  }
  return Late
}
