import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Changes some of what the page's address says, without a step back for each change. */
export function useChangeSearch<Search extends object>(): (changed: Partial<Search>) => void {
  const navigate = useNavigate()
  return useCallback(
    (changed) =>
      void navigate({ to: '.', search: (kept) => ({ ...kept, ...changed }), replace: true }),
    [navigate],
  )
}
