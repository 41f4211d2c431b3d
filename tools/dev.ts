import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The server, restarted on change, and both apps by Vite with hot reload: they hand calls on to the
 * server. Ctrl-C, or the end of any of the three, ends all.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js')
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
const { PORT = '4000', ALLOWED_ORIGINS = '' } = process.env

const apps = [
  { name: 'player', page: 'http://localhost:5173/' },
  { name: 'admin', page: 'http://localhost:5174/admin/' },
]
const origins = apps.map(({ page }) => new URL(page).origin)

const children = [
  start(root, ['--watch-preserve-output', '--watch', 'apps/server/src/main.ts'], {
    // Pages of these origins send their uploads to the store directly.
    ALLOWED_ORIGINS: [ALLOWED_ORIGINS, ...origins].filter(Boolean).join(','),
  }),
  ...apps.map(({ name, page }) =>
    start(
      join(root, 'apps', name),
      [vite, '--host', 'localhost', '--strictPort', '--port', new URL(page).port],
      { SEGUE_SERVER: `http://127.0.0.1:${PORT || '4000'}` },
    ),
  ),
]

function start(cwd: string, args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return child.once('exit', stop)
}

function stop(): void {
  for (const child of children) child.kill('SIGTERM')
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
