import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { codeSplitting } from './build/first-load.ts'
import { serviceWorker } from './build/service-worker-plugin.ts'
import { withoutWebSocket } from './build/without-web-socket.ts'

/** The Segue server that the development server hands calls on to. */
const target = process.env['SEGUE_SERVER'] ?? 'http://127.0.0.1:4000'
const proxied = { target, changeOrigin: true, headers: { origin: target } }

export default defineConfig({
  base: '/',
  plugins: [react(), tailwindcss(), serviceWorker(), withoutWebSocket()],
  // React has had it itself since 18.
  resolve: { alias: [{ find: /^use-sync-external-store\/shim$/, replacement: 'react' }] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // The content security policy has no place for `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting },
      // To read a field does nothing in anything that is bundled here.
      treeshake: { propertyReadSideEffects: false },
    },
  },
  server: { proxy: { '/trpc': proxied, '/s3': proxied, '/covers': proxied } },
})
