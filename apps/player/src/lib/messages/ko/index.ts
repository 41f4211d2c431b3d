import type { Messages } from '../en/index.ts'
import { accountMessages } from './account.ts'
import { choosingMessages } from './choosing.ts'
import { detailsMessages } from './details.ts'
import { generalMessages } from './general.ts'
import { homeMessages } from './home.ts'
import { listsMessages } from './lists.ts'
import { offlineMessages } from './offline.ts'
import { meMessages } from './me.ts'
import { playerMessages } from './player.ts'
import { queueMessages } from './queue.ts'
import { playlistsMessages } from './playlists.ts'
import { reasonMessages } from './reasons.ts'
import { searchMessages } from './search.ts'
import { soundMessages } from './sound.ts'
import { steeringMessages } from './steering.ts'
import { transferMessages } from './transfer.ts'

/** Every sentence of the player in Korean. */
export const ko: Messages = {
  ...accountMessages,
  ...choosingMessages,
  ...detailsMessages,
  ...generalMessages,
  ...homeMessages,
  ...listsMessages,
  ...meMessages,
  ...offlineMessages,
  ...playerMessages,
  ...playlistsMessages,
  ...queueMessages,
  ...reasonMessages,
  ...searchMessages,
  ...soundMessages,
  ...steeringMessages,
  ...transferMessages,
}
