import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * A value as it was drawn last, for what is pressed later: what looks at it need not be made anew,
 * and drawn anew, for each new value.
 */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const ref = useRef(value)
  useLayoutEffect(() => {
    ref.current = value
  })
  return ref
}
