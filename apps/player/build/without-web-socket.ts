import type { Plugin } from 'vite'

/**
 * Lets the bundler leave out tRPC's web socket, which nothing uses: a counter that is set on its class
 * keeps it in. Nothing breaks where that is not found: it is a kilobyte more.
 */
export function withoutWebSocket(): Plugin {
  return {
    name: 'segue-without-web-socket',
    apply: 'build',
    transform: {
      filter: { id: /@trpc\/client\/dist\/wsLink-/ },
      handler: (code) =>
        code.replace(/^_defineProperty\(WsConnection, "connectCount"/m, '/* @__PURE__ */ $&'),
    },
  }
}
