import { expect, test } from 'vitest'
import { reasonSentences } from './messages.ts'

test('says every reason the server may give in a whole sentence', () => {
  for (const sentence of Object.values(reasonSentences)) expect(sentence).toMatch(/^[A-Z].*\.$/)
})
