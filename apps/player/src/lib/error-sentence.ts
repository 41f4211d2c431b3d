import { sentencesOf } from '@segue/web'
import { messages } from './messages.ts'

/** An error as a sentence for people. */
export const errorSentence: (error: unknown) => string = sentencesOf(messages)
