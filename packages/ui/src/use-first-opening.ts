import { useState } from 'react'

interface Opening {
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
}

/**
 * For a window in a file of its own, which comes when it is first opened and stays from then on.
 * @returns null before that; then what it does where it can't be fetched: it closes
 */
export function useFirstOpening({ isOpen, onOpenChange }: Opening): (() => void) | null {
  const [isWanted, setIsWanted] = useState(isOpen)
  if (isOpen && !isWanted) setIsWanted(true)
  if (!isWanted) return null
  return () => {
    setIsWanted(false)
    onOpenChange(false)
  }
}
