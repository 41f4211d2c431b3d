import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { linesNamingOrigins, lockedPackages } from './lock-file.ts'
import { floorProblems, floors, isBelow } from './version-floors.ts'

const lockFile = await readFile(new URL('../pnpm-lock.yaml', import.meta.url), 'utf8')

describe('the lock file', () => {
  it('tells every package of the tree, in every version', async () => {
    const packages = lockedPackages(lockFile)
    expect(packages).toContainEqual({ name: '@trpc/server', version: '11.19.0' })
    const integrities = lockFile.match(/^ {4}resolution: \{integrity: /gm) ?? []
    expect(packages).toHaveLength(integrities.length)
    expect(packages.filter(({ name }) => name === 'pg').length).toBeGreaterThan(0)
  })

  it('tells apart two versions of one package', () => {
    const text = `packages:\n\n  pg@8.1.0:\n    a: b\n\n  '@a/b@2.0.0-rc.1':\n\n  pg@8.2.0:\n\nsnapshots:\n\n  pg@9.0.0: {}\n`
    expect(lockedPackages(text)).toEqual([
      { name: 'pg', version: '8.1.0' },
      { name: '@a/b', version: '2.0.0-rc.1' },
      { name: 'pg', version: '8.2.0' },
    ])
  })

  it('names no registry and no place that a package was got from', () => {
    expect(linesNamingOrigins(lockFile)).toEqual([])
  })

  it.each([
    '    resolution: {integrity: sha512-A==, tarball: https://npm.example.com/pg-8.1.0.tgz}',
    '    resolution: {tarball: file:../pg.tgz}',
    '  registry.example.com/pg@8.1.0:',
  ])('would name one in %s', (line) => {
    expect(linesNamingOrigins(`  pg@8.1.0:\n${line}\n`)).toEqual([line])
  })
})

describe('the floors of versions', () => {
  it('are stood on by everything that is installed', () => {
    expect(floorProblems(lockedPackages(lockFile), floors)).toEqual([])
  })

  it('each say why', () => {
    expect(floors.filter(({ reason }) => !/CVE-\d{4}-\d+|GHSA-/.test(reason))).toEqual([])
  })

  const floor = { name: '@trpc/*', version: '11.19.0', reason: 'CVE-2025-68130' }

  it('refuse one lower version beside a good one', () => {
    const packages = [
      { name: '@trpc/server', version: '11.19.0' },
      { name: '@trpc/server', version: '11.18.9' },
    ]
    expect(floorProblems(packages, [floor])).toEqual([
      '@trpc/server 11.18.9 is below 11.19.0: CVE-2025-68130',
    ])
  })

  it('refuse an entry for what is not in the tree any more', () => {
    expect(floorProblems([{ name: '@trpcs/server', version: '12.0.0' }], [floor])).toEqual([
      '@trpc/* is not in the tree: take it out of the floors',
    ])
  })

  it.each([
    ['1.9.9', '1.10.0'],
    ['0.9.10', '0.10.0'],
    ['1.2.3-beta.4', '1.2.3'],
    ['9.9.9', '10.0.0'],
    ['1.2', '1.2.1'],
  ])('count %s below %s and not the other way round', (lower, higher) => {
    expect(isBelow(lower, higher)).toBe(true)
    expect(isBelow(higher, lower)).toBe(false)
  })

  it.each([
    ['1.2.3', '1.2.3'],
    ['1.2.3+build.5', '1.2.3'],
    ['1.3.0-beta.4', '1.2.3'],
  ])('do not count %s below %s', (version, floor) => {
    expect(isBelow(version, floor)).toBe(false)
  })
})
