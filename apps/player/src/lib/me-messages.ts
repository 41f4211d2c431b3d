import { withSentences } from './messages.ts'
import { meMessages } from './messages/en/me.ts'

/** The live sentences, with those of the listener’s own page, and of setting a password by a link. */
export const messages = withSentences(meMessages)
