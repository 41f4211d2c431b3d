import { withSentences } from './messages.ts'
import { transferMessages } from './messages/en/transfer.ts'

/** The live sentences, with those of playlists that come from elsewhere or are shown to others. */
export const messages = withSentences(transferMessages)
