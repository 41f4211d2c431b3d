import { expect, test } from 'vitest'
import {
  endsWithTrack,
  fadeOf,
  parsePlan,
  planMinutes,
  planText,
  secondsLeft,
  type SleepPlan,
} from './sleep-plan.ts'

const now = Date.UTC(2026, 10, 26, 22)
const playing = { left: 200, upcoming: 3 }

test('ends so many minutes from now, within half a day', () => {
  expect(secondsLeft(planMinutes(15, now), now, playing)).toBe(900)
  expect(secondsLeft(planMinutes(15, now), now + 60_000, playing)).toBe(840)
  expect(secondsLeft(planMinutes(0, now), now, playing)).toBe(60)
  expect(secondsLeft(planMinutes(1e9, now), now, playing)).toBe(43_200)
})

test('is over at once where the machine slept past the end', () => {
  expect(secondsLeft(planMinutes(15, now), now + 3_600_000, playing)).toBe(0)
})

test('ends with this track, or with the last one of the queue', () => {
  expect(secondsLeft({ until: 'track' }, now, playing)).toBe(200)
  expect(secondsLeft({ until: 'queue' }, now, playing)).toBeNull()
  expect(secondsLeft({ until: 'queue' }, now, { left: 7, upcoming: 0 })).toBe(7)
  expect(endsWithTrack(planMinutes(15, now), 0)).toBe(false)
  expect(endsWithTrack(null, 0)).toBe(false)
})

test('gets quieter over the last seconds alone', () => {
  expect(fadeOf(null)).toBe(1)
  expect(fadeOf(60)).toBe(1)
  expect(fadeOf(4)).toBe(0.5)
  expect(fadeOf(0)).toBe(0)
})

test('is found again after a reload, unless it is over', () => {
  const plans: SleepPlan[] = [planMinutes(30, now), { until: 'track' }, { until: 'queue' }]
  for (const plan of plans) expect(parsePlan(planText(plan), now + 1000)).toEqual(plan)
  expect(parsePlan(planText(planMinutes(30, now)), now + 3_600_000)).toBeNull()
  for (const text of [null, '', 'never', 'NaN', '-1', '1e99'])
    expect(parsePlan(text, now)).toBeNull()
})
