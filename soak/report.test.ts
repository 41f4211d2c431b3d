import { expect, it } from 'vitest'

import { renderReport } from './report.ts'

const run = {
  date: new Date('2026-02-03T04:05:06Z'),
  minutes: 3,
  seed: 7,
  commit: '0123456789',
  machine: 'a machine',
}
const figures: [string, number][] = [['kills', 12]]

it('says that everything held', () => {
  const outcomes = [{ title: 'A drill', seconds: 61.4, figures, violations: [] }]
  expect(renderReport({ ...run, outcomes })).toBe(`# The last soak

\`pnpm soak --minutes 3 --seed 7\` on 2026-02-03 04:05 UTC: **everything held**.

- Commit: 0123456789
- Machine: a machine

## A drill

|         |      |
| ------- | ---- |
| verdict | held |
| time    | 61 s |
| kills   | 12   |
`)
})

it('says what did not hold, whatever else did', () => {
  const outcomes = [
    { title: 'A drill', seconds: 1, figures, violations: ['a track is lost'] },
    { title: 'Another', seconds: 1, figures, violations: [] },
  ]
  const report = renderReport({ ...run, outcomes })
  expect(report).toContain('**something did not hold**')
  expect(report).toContain('\n- **a track is lost**\n')
  expect(report).toContain('| verdict | 1 violations |')
})
