import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'

/** The repository's root: `.env` lies there, and a relative DATA_DIR starts there. */
const rootFolder = fileURLToPath(new URL('../../../', import.meta.url))

export interface Settings {
  /** Where a server on this machine keeps a sign-in for tools. */
  signInFile: string
  /** Where it listens unless told otherwise. */
  localUrl: string
  password: string | undefined
}

/** The environment, and `.env` for what it leaves open; an empty value is none. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const envFile = path.join(rootFolder, '.env')
  const fromFile = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {}
  const get = (name: string) => environment[name] || fromFile[name] || undefined
  return {
    signInFile: path.resolve(rootFolder, get('DATA_DIR') ?? '.data', 'cli.json'),
    localUrl: `http://localhost:${get('PORT') ?? 4000}`,
    password: get('SEGUE_PASSWORD'),
  }
}
