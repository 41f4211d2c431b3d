/** One package that the house installs, in one version. */
export interface LockedPackage {
  name: string
  version: string
}

/** Every package of the tree, however deep, as the text of `pnpm-lock.yaml` has it. */
export function lockedPackages(lockFile: string): LockedPackage[] {
  const [, section = ''] = /^packages:\n([\s\S]*?)^snapshots:/m.exec(lockFile) ?? []
  const keys = section.matchAll(/^ {2}'?((?:@[^@/\s]+\/)?[^@/\s]+)@([^'():\s]+)'?:$/gm)
  return Array.from(keys, ([, name = '', version = '']) => ({ name, version }))
}

/** Lines that say where a package was got from: a lock file is for every registry. */
export function linesNamingOrigins(lockFile: string): string[] {
  return lockFile
    .split('\n')
    .filter((line) => /\w:\/\/|\btarball\b|\bresolved\b|\bregistry\./.test(line))
}
