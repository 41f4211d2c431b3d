import { spawnSync } from 'node:child_process'
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { type Plugin, rolldown, type RolldownPluginOption } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'

/**
 * Builds what a program outside this repository installs: one file of JavaScript and one of
 * declarations, which name no package but tRPC's two. `pnpm pack` does this first, then packs `dist`.
 */

const folder = import.meta.dirname
const dist = join(folder, 'dist')
const apiTypes = join(folder, '../api/.types/src')
const require = createRequire(import.meta.url)

/** What the package depends on: the versions that this house is tested with. */
const allowed = ['@trpc/client', '@trpc/server']

/** Procedures carry their context in their types, and the context all of the server: it stays here. */
const bareContext = `
export type Context = object
export type RequestInfo = object
export declare function createContext(): Context
`

/** Finds the API's declarations as `tsc -b` wrote them. */
const declarations: Plugin = {
  name: 'segue-declarations',
  resolveId: {
    order: 'pre',
    handler(specifier, importer) {
      if (specifier === '@segue/api') return join(apiTypes, 'index.d.ts')
      return importer && specifier.startsWith('.')
        ? join(importer, '..', specifier.replace(/\.ts$/, '.d.ts'))
        : null
    },
  },
  load: (id) => (id === join(apiTypes, 'trpc/context.d.ts') ? bareContext : null),
}

writeTypes()
await rm(dist, { recursive: true, force: true })
await bundle('src/index.ts', [])
await bundle('.types/src/index.d.ts', [
  declarations,
  dts({ dtsInput: true, emitDtsOnly: true, oxc: true, tsconfig: false }),
])
await checkDeclarations()
await writeManifest()
await copyFile(join(folder, 'README.md'), join(dist, 'README.md'))

function writeTypes(): void {
  const tsc = join(require.resolve('typescript/package.json'), '../bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-b', folder], { stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}

async function bundle(input: string, plugins: RolldownPluginOption[]): Promise<void> {
  const build = await rolldown({
    input: join(folder, input),
    platform: 'neutral',
    transform: { target: 'es2022' },
    external: (specifier) => /^[^./]/.test(specifier) && specifier !== '@segue/api',
    plugins,
  })
  await build.write({ dir: dist, entryFileNames: '[name].js' })
  await build.close()
}

/** @throws when a type of the server would go along: the compiler would take it for `any` */
async function checkDeclarations(): Promise<void> {
  const text = await readFile(join(dist, 'index.d.ts'), 'utf8')
  const named = text.matchAll(/(?:\bfrom|\bimport|\bmodule)\s*\(?\s*["']([^"']+)["']/g)
  const foreign = new Set([...named].map(([, specifier = '']) => specifier))
  for (const specifier of allowed) foreign.delete(specifier)
  if (foreign.size > 0)
    throw new Error(
      `types of ${[...foreign].join(', ')} are in what the client shows: annotate the procedures that return them`,
    )
}

async function writeManifest(): Promise<void> {
  const { name, version, description, license } = await readManifest(join(folder, 'package.json'))
  const installed = await Promise.all(
    allowed.map(async (dependency) => {
      const manifest = await readManifest(require.resolve(`${dependency}/package.json`))
      return [dependency, manifest.version] as const
    }),
  )
  const manifest = {
    name,
    version,
    description,
    license,
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    engines: { node: '>=20' },
    dependencies: Object.fromEntries(installed),
  }
  await writeFile(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

async function readManifest(path: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(path, 'utf8')) as Record<string, string>
}
