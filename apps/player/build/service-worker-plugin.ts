import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'
import type { Plugin } from 'vite'

const source = fileURLToPath(new URL('../service-worker/service-worker.ts', import.meta.url))

/** What the page and its parts need to be drawn; pictures and other fonts come as they are used. */
const isOfShell = (name: string) =>
  /\.(js|css|svg)$|inter-latin-wght/.test(name) && !name.includes('noto-sans-kr')

/** Adds the service worker to a build, as `/sw.js`, with the list of the files it keeps. */
export function serviceWorker(): Plugin {
  return {
    name: 'segue-service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter(isOfShell).sort()
      const entry = Object.values(bundle).find(
        (file) =>
          file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith('/src/main.tsx')),
      )
      if (!entry) this.error('the build has no file of main.tsx')
      const build = {
        id: createHash('sha256').update(files.join()).digest('hex').slice(0, 12),
        entry: `/${entry.fileName}`,
        files: files.map((name) => `/${name}`),
      }
      await using worker = await rolldown({
        input: source,
        transform: { define: { BUILD: JSON.stringify(build) } },
      })
      const { output } = await worker.generate({ format: 'iife', minify: true })
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: output[0].code })
    },
  }
}
