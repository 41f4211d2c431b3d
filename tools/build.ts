import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { type AppBuild, buildApp, checkStale } from './build-app.ts'

/** Two builds at once need about so much. */
const bytesForTwo = 2 * 1024 ** 3

const root = fileURLToPath(new URL('..', import.meta.url))
const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js')
const shared = [
  'packages/ui',
  'packages/web',
  'packages/api/src',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'tools',
]

const apps = ['player', 'admin'].map((name) => ({
  name,
  build: {
    folder: join(root, 'apps', name),
    sources: shared.map((path) => join(root, path)),
    command: [process.execPath, vite, 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir'],
  },
}))

const say = (line: string) => process.stdout.write(`${line}\n`)

async function buildIfStale({ name, build }: { name: string; build: AppBuild }): Promise<void> {
  const { isStale, hash } = await checkStale(build)
  if (!isStale) return
  say(`Building the ${name}`)
  const began = performance.now()
  await buildApp(build, hash)
  say(`Built the ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

try {
  if (process.availableMemory() >= bytesForTwo) await Promise.all(apps.map(buildIfStale))
  else for (const app of apps) await buildIfStale(app)
} catch (error) {
  process.stderr.write(`segue: the web apps cannot be built:\n${(error as Error).message}\n`)
  process.exit(1)
}
