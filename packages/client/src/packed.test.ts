import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, glob, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { appRouter } from '@segue/api'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { createSegue } from './index.ts'
import { admin, serveApi } from './test/serve-api.ts'
import { wav } from './test/wav.ts'

const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

const server = await serveApi()
const folder = await mkdtemp(join(tmpdir(), 'segue-outside-'))
const clientFolder = join(folder, 'node_modules/@segue/client')
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

/** A program's folder: the packed client with TypeScript beside it, and nothing else. */
beforeAll(async () => {
  await pnpm(packageFolder, ['pack', '--out', join(folder, 'client.tgz')])
  await cp(join(packageFolder, 'src/test/outside'), folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'procedures.ts'), everyProcedure())
  const typescript = `typescript@${await versionOf('typescript')}`
  await pnpm(folder, ['add', '--prefer-offline', typescript, './client.tgz'])
}, 120_000)

it('compiles under strict, refuses a misuse, and has no any in an input or output', async () => {
  expect(await compile([])).toBe('')
})

it('has no error of its own for who checks the declarations of libraries', async () => {
  const errors = (await compile(['--skipLibCheck', 'false'])).split('\n')
  expect(errors.filter((line) => !line.startsWith('node_modules/.pnpm/@trpc+'))).toEqual([''])
})

it('signs in, lists and streams', async () => {
  await addTrack('Outside.wav')
  const { email, password } = admin
  expect(await compile([])).toBe('')
  const { stdout } = await run(
    process.execPath,
    ['built/program.js', server.url, email, password],
    {
      cwd: folder,
    },
  )
  expect(JSON.parse(stdout)).toEqual({
    email,
    titles: ['Outside'],
    heard: [{ status: 206, bytes: 'RIFF' }],
    played: ['Outside'],
    misuse: ['input_invalid', ['limit']],
    missing: null,
  })
})

it('brings tRPC along and nothing else', async () => {
  const manifests = glob('node_modules/.pnpm/*/node_modules/{*,@*/*}/package.json', { cwd: folder })
  const names = new Set<string>()
  for await (const path of manifests)
    names.add(path.replace(/^.*\/node_modules\/|\/package\.json$/g, ''))
  const platform = /^@typescript\/typescript-/
  expect([...names].filter((name) => !platform.test(name)).sort()).toEqual([
    '@segue/client',
    '@trpc/client',
    '@trpc/server',
    'typescript',
  ])
})

it('says in its manifest what can be resolved anywhere, and names no registry', async () => {
  const text = await readFile(join(clientFolder, 'package.json'), 'utf8')
  const version = await versionOf('@trpc/server')
  const manifest: unknown = JSON.parse(text)
  expect(manifest).toMatchObject({
    name: '@segue/client',
    dependencies: { '@trpc/client': version, '@trpc/server': version },
  })
  expect(manifest).not.toHaveProperty('devDependencies')
  expect(text).not.toMatch(/workspace:|catalog:|https?:/)
  expect(await readdir(clientFolder)).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'index.d.ts', 'index.js']),
  )
})

/** Which one this repository has. */
async function versionOf(name: string): Promise<string> {
  const path = createRequire(import.meta.url).resolve(`${name}/package.json`)
  return (JSON.parse(await readFile(path, 'utf8')) as { version: string }).version
}

/** As from a terminal in that folder: what runs this test has a shell of its own for its scripts. */
async function pnpm(cwd: string, args: string[]): Promise<void> {
  const { npm_config_script_shell: _, ...env } = process.env
  await run('npx', ['-y', 'pnpm@12', ...args], { cwd, env }).catch((error: { stdout?: string }) => {
    throw new Error(error.stdout, { cause: error })
  })
}

/** The compiler's complaints. */
async function compile(options: string[]): Promise<string> {
  const tsc = join(folder, 'node_modules/typescript/bin/tsc')
  const compiling = run(process.execPath, [tsc, '-p', folder, ...options], { cwd: folder })
  return compiling.then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => error.stdout ?? String(error),
  )
}

/** A program that does not compile unless each procedure of the running router has its types. */
function everyProcedure(): string {
  // oxlint-disable-next-line no-underscore-dangle -- where tRPC keeps the list of all procedures
  const checks = Object.keys(appRouter._def.procedures).map((path) => {
    const steps = path.split('.').map((step) => `['${step}']`)
    return `  '${path}': AnyIn<RouterOutputs${steps.join('')}>`
  })
  return `
import type { RouterOutputs } from '@segue/client'
import type { AnyIn } from './any.js'
interface Procedures {
${checks.join('\n')}
}
export function none(found: Procedures): Record<keyof Procedures, never> {
  return found
}
`
}

async function addTrack(filename: string): Promise<void> {
  const segue = createSegue({ url: server.url, ...admin })
  const bytes = wav(440)
  const upload = await segue.tracks.presignUpload.mutate({
    filename,
    contentType: 'audio/wav',
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  if (!('url' in upload)) throw new Error('the library has this track already')
  const { url, headers, uploadId } = upload
  await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  await segue.tracks.create.mutate({ uploadId })
}
