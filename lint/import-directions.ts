import path from 'node:path'

/** One import as written: in which file, of what, and whether only types are meant. */
export interface Import {
  /** From the repository's root, e.g. packages/api/src/features/me/me.router.ts. */
  file: string
  specifier: string
  isTypeOnly: boolean
}

/** Which workspace packages a part may import; `type` allows types alone. */
const workspaceImports: Record<string, Record<string, 'any' | 'type'>> = {
  'apps/admin': {
    '@segue/api': 'type',
    '@segue/api/schemas': 'any',
    '@segue/loudness': 'any',
    '@segue/ui': 'any',
    '@segue/web': 'any',
  },
  'apps/cli': { '@segue/client': 'any', '@segue/loudness': 'any' },
  'apps/player': {
    '@segue/api': 'type',
    '@segue/api/schemas': 'any',
    '@segue/ui': 'any',
    '@segue/web': 'any',
  },
  'apps/server': { '@segue/api': 'any', '@segue/loudness': 'any', '@segue/object-store': 'any' },
  'packages/api': {},
  'packages/client': { '@segue/api': 'type' },
  'packages/loudness': {},
  'packages/object-store': {},
  'packages/ui': {},
  'packages/web': { '@segue/api': 'type', '@segue/ui': 'any' },
}

/** Libraries of the API that one room alone knows. */
const keptLibraries: Record<string, RegExp> = {
  credentials: /^(lucia|jose|@node-rs\/argon2|rate-limiter-flexible)(\/|$)/,
  media: /^(music-metadata|file-type|strtok3|sharp)(\/|$)/,
  storage: /^@aws-sdk\//,
}

/** Rooms of packages/api/src, and what else of it they may import. Each may import itself. */
const apiRooms: Record<string, RegExp> = {
  credentials: /^(config\.ts|errors\.ts|db\/is-database-away\.ts|features\/.*\.entity\.ts)$/,
  db: /^(errors\.ts|(features|uploads)\/.*\.entity\.ts)$/,
  features:
    /^(errors|services)\.ts$|^(trpc|credentials|storage|media|text|uploads)\/|^db\/base-properties\.ts$/,
  media: /^never$/,
  storage: /^(config|errors|services)\.ts$/,
  text: /^never$/,
  trpc: /^(errors|services)\.ts$|^(credentials|text)\/|^db\/(find-gone-reference|is-database-away)\.ts$/,
  uploads:
    /^(errors|services)\.ts$|^(media|storage|text)\/|^db\/base-properties\.ts$|^features\/.*\.entity\.ts$/,
}

/** What of one feature slice another may use. */
const sharedRoles = /\.(entity|dto|policy|sql)\.ts$/

/** What of the player its own feature alone touches; the rest any feature may use. */
const playerInternals =
  /^features\/player\/(audio-engine|current-play|deck|line-up|mixer|graph-mixer|plain-mixer|splicer.*|queue)\.ts$/

/**
 * Why an import goes against the house's directions, with where the code belongs instead.
 * @returns null when it is in order
 */
export function findViolation({ file, specifier, isTypeOnly }: Import): string | null {
  const part = file.split('/').slice(0, 2).join('/')
  const isTest = /\.test\.tsx?$|\/src\/test\//.test(file)
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier)
    if (part in workspaceImports && !target.startsWith(`${part}/`))
      return `${part} reaches into another part by path: import the package instead`
    if (isTest) return null
    if (part === 'packages/api') return apiViolation(inSource(file), inSource(target))
    return /^apps\/(player|admin)$/.test(part)
      ? appViolation(inSource(file), inSource(target))
      : null
  }
  return isTest
    ? null
    : (workspaceViolation(part, specifier, isTypeOnly) ?? libraryViolation(part, file, specifier))
}

function inSource(file: string): string {
  return file.split('/').slice(3).join('/')
}

function workspaceViolation(part: string, specifier: string, isTypeOnly: boolean): string | null {
  const allowed = workspaceImports[part]
  if (!allowed || !specifier.startsWith('@segue/')) return null
  const how = allowed[specifier]
  if (how === undefined) return `${part} may not import ${specifier}`
  return how === 'type' && !isTypeOnly ? `${part} may import types alone from ${specifier}` : null
}

function libraryViolation(part: string, file: string, specifier: string): string | null {
  if (part !== 'packages/api') return null
  const room = inSource(file).split('/')[0] ?? ''
  if (/\.schema\.ts$|(^|\/)schemas\.ts$/.test(file) && specifier !== 'zod')
    return 'a schema imports zod alone: browsers load it'
  for (const [keeper, library] of Object.entries(keptLibraries))
    if (library.test(specifier) && room !== keeper)
      return `only ${keeper}/ knows ${specifier}: add a function there`
  return null
}

function apiViolation(file: string, target: string): string | null {
  if (file.endsWith('.schema.ts') && !target.endsWith('.schema.ts'))
    return 'a schema imports zod and other schemas alone: browsers load it'
  const [room = '', slice] = file.split('/')
  const [targetRoom, targetSlice] = target.split('/')
  if (room === 'features' && targetRoom === 'features')
    return slice === targetSlice || sharedRoles.test(target)
      ? null
      : `${slice} may use of ${targetSlice} its entities, DTOs, policies and SQL alone`
  const allowed = apiRooms[room]
  if (!allowed || room === targetRoom || allowed.test(target)) return null
  return `${room}/ may not import ${target}`
}

function appViolation(file: string, target: string): string | null {
  const [room, feature] = file.split('/')
  const [targetRoom, targetFeature] = target.split('/')
  if (room === 'lib' && (targetRoom === 'features' || targetRoom === 'routes'))
    return 'lib/ is below features and routes'
  if (room !== 'features') return null
  if (targetRoom === 'routes') return 'features are below routes'
  if (targetRoom !== 'features' || feature === targetFeature) return null
  if (targetFeature === 'player')
    return playerInternals.test(target)
      ? 'the engine and the queue are driven by features/player/playback.ts alone'
      : null
  return `${feature} may not import ${targetFeature}: compose them in a route`
}
