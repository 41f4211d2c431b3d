import { useRouter } from '@tanstack/react-router'
import { Problem } from '../lib/problem.tsx'

/** Stands where a page could not be shown. */
export function RouteError({ error }: { error: unknown }) {
  const router = useRouter()
  return <Problem error={error} headingLevel={1} onRetry={() => void router.invalidate()} />
}
