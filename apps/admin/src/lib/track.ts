import type { RouterOutputs } from '@segue/api'

export type Track = RouterOutputs['tracks']['list']['items'][number]
