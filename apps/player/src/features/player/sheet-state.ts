import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router'

const hash = 'now-playing'

/** Whether the large player stands over the page: a part of the address, so that Back closes it. */
export function useSheet(): { isOpen: boolean; open(): void; close(): void } {
  const isOpen = useRouterState({ select: ({ location }) => location.hash === hash })
  const navigate = useNavigate()
  const router = useRouter()
  return {
    isOpen,
    open: () => void navigate({ to: '.', search: true, hash, resetScroll: false }),
    close() {
      if (router.history.canGoBack()) router.history.back()
      else void navigate({ to: '.', search: true, hash: '', replace: true, resetScroll: false })
    },
  }
}
