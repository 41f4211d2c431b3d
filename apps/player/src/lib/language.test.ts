import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test.each([
  [['ko-KR', 'en-US'], 'ko'],
  [['de', 'KO', 'en'], 'ko'],
  [['en-GB', 'ko'], 'en'],
  [['de-DE', 'fr'], 'en'],
  [['kok-IN'], 'en'],
  [[], 'en'],
] as const)('speaks to who reads %j in %s', (wanted, language) => {
  expect(languageOf(wanted)).toBe(language)
})
