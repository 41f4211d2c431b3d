import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'

import { z } from 'zod'

import { StartError } from './start-error.ts'

/** The repository's root: `.env` lies there, and relative folders start there. */
export const rootFolder = fileURLToPath(new URL('../../../', import.meta.url))

const list = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item))
    .default([])

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address like ${example}`, abort: true })

const origin = (example: string) =>
  url(/^https?$/, example)
    .refine((text) => URL.parse(text)?.href === `${URL.parse(text)?.origin}/`, {
      error: `must be an origin without a path, like ${example}`,
    })
    .transform((text) => new URL(text).origin)

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, {
      error: `must be a whole number from ${min} to ${max}`,
    })

const limit = (usual: number) => wholeNumber(0, 1_000_000_000).default(usual)

const oneOf = <const T extends string[]>(...values: T) =>
  z.enum(values, { error: `must be one of: ${values.join(', ')}` })

const postgresUrl = url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/segue')
const storeUrl = url(/^https?$/, 'https://s3.example.com')

const settings = z.object({
  /** Set by package managers while they run a script. */
  npm_lifecycle_event: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  PUBLIC_URL: origin('https://music.example.com').optional(),
  ALLOWED_ORIGINS: list(origin('https://music.example.com')),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URLS: list(postgresUrl),
  S3_ENDPOINT: storeUrl.optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: oneOf('true', 'false').default('true'),
  S3_PUBLIC_ENDPOINT: storeUrl.optional(),
  SECRET_KEY: z
    .string()
    .refine((key) => Buffer.byteLength(key) >= 32, { error: 'must be at least 32 bytes' })
    .refine((key) => !isGuessable(key), {
      error: "looks like an example: make one with 'openssl rand -hex 32'",
    })
    .optional(),
  ADMIN_EMAIL: z
    .string()
    .trim()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')
    .default('admin@segue.localhost'),
  ADMIN_PASSWORD: z
    .string()
    .min(8, 'must have at least 8 characters')
    .max(256, 'must have at most 256 characters')
    .optional(),
  DEMO: oneOf('on', 'off').optional(),
  REGISTRATION: oneOf('open', 'closed').default('open'),
  LIMIT_SIGN_IN_PER_ACCOUNT: limit(10),
  LIMIT_SIGN_IN_PER_ADDRESS: limit(100),
  LIMIT_REGISTER_PER_ADDRESS: limit(60),
  LIMIT_CALLS_PER_USER: limit(600),
  LIMIT_CALLS_PER_ADMIN: limit(12_000),
  LIMIT_CALLS_PER_ADDRESS: limit(120),
  METRICS_TOKEN: z.string().optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(https:\/\/[^\s"<>]+|[^\s@"<>]+@[^\s@"<>]+)$/, 'must be an e-mail or https address')
    .transform((contact) => (contact.startsWith('https:') ? contact : `mailto:${contact}`))
    .optional(),
  LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('info'),
  TRUST_PROXY: z
    .string()
    .regex(/^(off|\d)$/, "must be 'off' or a number of proxies")
    .transform((hops) => (hops === 'off' ? 0 : Number(hops)))
    .default(0),
})

type Settings = z.output<typeof settings>

/** What the people who run this server decided, checked. */
export type Config = ReturnType<typeof toConfig>

/**
 * The settings: the environment, and `.env` for what it leaves open. An empty value is none.
 * @throws StartError naming each setting that is wrong
 */
export function readConfig(
  environment: NodeJS.ProcessEnv = process.env,
  envFile = join(rootFolder, '.env'),
): Config {
  const fromFile = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {}
  const given = Object.entries({ ...fromFile, ...environment }).filter(([, value]) => value !== '')
  const { success, data, error } = settings.safeParse(Object.fromEntries(given))
  if (success) return toConfig(data)
  const complaints = error.issues.map(({ path, message }) => `${String(path[0])} ${message}`)
  throw badSetting(complaints.join('; '))
}

function badSetting(complaint: string): StartError {
  return new StartError(
    `bad setting: ${complaint} (settings: environment or .env, see .env.example)`,
  )
}

function toConfig(settings: Settings) {
  if (settings.DATABASE_URL && !settings.SECRET_KEY)
    throw badSetting('SECRET_KEY is needed with DATABASE_URL, the same in every process')
  return {
    host: settings.HOST,
    port: settings.PORT,
    /** null: not set; then loopback names at the server's port are one origin. */
    publicUrl: settings.PUBLIC_URL ?? null,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    dataDir: resolve(rootFolder, settings.DATA_DIR),
    /** null: the embedded PostgreSQL. */
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseReplicaUrls: settings.DATABASE_REPLICA_URLS,
    /** null: the embedded store. */
    store: toStore(settings),
    storePublicEndpoint: settings.S3_PUBLIC_ENDPOINT ?? settings.S3_ENDPOINT ?? null,
    /** null: generated into the data folder. */
    secretKey: settings.SECRET_KEY ?? null,
    admin: { email: settings.ADMIN_EMAIL, password: settings.ADMIN_PASSWORD ?? null },
    hasDemo: settings.DEMO ? settings.DEMO === 'on' : !settings.DATABASE_URL,
    registration: settings.REGISTRATION,
    limits: {
      signInPerAccount: settings.LIMIT_SIGN_IN_PER_ACCOUNT,
      signInPerAddress: settings.LIMIT_SIGN_IN_PER_ADDRESS,
      registerPerAddress: settings.LIMIT_REGISTER_PER_ADDRESS,
      // A device refreshes about once in that time: enough for 1,200 of them behind one address.
      refreshPerAddress: 10 * settings.LIMIT_CALLS_PER_ADDRESS,
      callsPerUser: settings.LIMIT_CALLS_PER_USER,
      callsPerAdmin: settings.LIMIT_CALLS_PER_ADMIN,
      callsPerAddress: settings.LIMIT_CALLS_PER_ADDRESS,
    },
    metricsToken: settings.METRICS_TOKEN ?? null,
    securityContact: settings.SECURITY_CONTACT ?? null,
    isRunByPackageManager: settings.npm_lifecycle_event !== undefined,
    logLevel: settings.LOG_LEVEL,
    /** How many reverse proxies stand in front, whose X-Forwarded-* is believed. */
    proxyHops: settings.TRUST_PROXY,
  }
}

function toStore(settings: Settings) {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket } = settings
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings
  const needed = {
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  }
  if (!endpoint) {
    const stray = Object.entries(needed).find(([, value]) => value)
    if (stray) throw badSetting(`S3_ENDPOINT is needed with ${stray[0]}`)
    return null
  }
  if (!bucket || !accessKeyId || !secretAccessKey)
    throw badSetting('S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY')
  const forcePathStyle = settings.S3_FORCE_PATH_STYLE === 'true'
  return {
    endpoint,
    region: settings.S3_REGION,
    bucket,
    accessKeyId,
    secretAccessKey,
    forcePathStyle,
  }
}

function isGuessable(key: string): boolean {
  return new Set(key).size < 10 || /change.?me|example|secret|password|insecure|12345678/i.test(key)
}
