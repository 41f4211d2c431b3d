import { accountMessages } from './account.ts'
import { choosingMessages } from './choosing.ts'
import { detailsMessages } from './details.ts'
import { generalMessages } from './general.ts'
import { homeMessages } from './home.ts'
import { listsMessages } from './lists.ts'
import { offlineMessages } from './offline.ts'
import { playerMessages } from './player.ts'
import { queueMessages } from './queue.ts'
import { playlistsMessages } from './playlists.ts'
import { reasonMessages } from './reasons.ts'
import { searchMessages } from './search.ts'
import { soundMessages } from './sound.ts'
import { steeringMessages } from './steering.ts'

/** What any page may say, in English. What is said in few places comes with them, see `withSentences`. */
export const first = {
  ...accountMessages,
  ...choosingMessages,
  ...detailsMessages,
  ...generalMessages,
  ...homeMessages,
  ...listsMessages,
  ...offlineMessages,
  ...playerMessages,
  ...playlistsMessages,
  ...queueMessages,
  ...reasonMessages,
  ...searchMessages,
  ...soundMessages,
  ...steeringMessages,
}
