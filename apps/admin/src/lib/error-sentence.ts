import { sentencesOf } from '@segue/web'
import { messages, reasonSentences } from './messages.ts'

/** An error as a sentence for people. */
export const errorSentence: (error: unknown) => string = sentencesOf({
  reasons: reasonSentences,
  unreachable: messages.unreachable,
  unknown: messages.unknown,
  tooMany: messages.tooMany,
})
