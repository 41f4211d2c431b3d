import { readdir, readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url)
const table = (await readFile(new URL('SECURITY.md', root), 'utf8'))
  .split('\n')
  .filter((line) => /^\| +\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

const rows = table.map(([, number, requirement = '', shownBy = '']) => ({
  number: Number(number),
  requirement,
  shownBy,
  tests: [...shownBy.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  })),
}))

const folders = ['apps', 'e2e', 'lint', 'packages', 'soak', 'tools']
const files = (
  await Promise.all(
    folders.map(async (folder) => {
      const found = await readdir(new URL(folder, root), { recursive: true })
      return found.map((file) => `${folder}/${file}`)
    }),
  )
)
  .flat()
  .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes('node_modules'))

/** The text of every file whose path ends so. */
async function textOf(ending: string): Promise<string> {
  const found = files.filter((path) => `/${path}`.endsWith(`/${ending}`))
  if (found.length === 0) throw new Error(`there are no tests in ${ending}`)
  const texts = await Promise.all(found.map((file) => readFile(new URL(file, root), 'utf8')))
  return texts.join('\n')
}

describe('the table of what shows that Segue is safe', () => {
  it('has every requirement once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1))
    expect(rows).toHaveLength(68)
  })

  it.each(rows)('$number: $requirement', async ({ shownBy, tests }) => {
    expect(tests.length > 0 || shownBy.startsWith('does not apply: ')).toBe(true)
    for (const { file, title } of tests) expect(await textOf(file)).toContain(title)
  })
})
