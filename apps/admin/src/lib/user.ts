import type { RouterOutputs } from '@segue/api'

export type UserRow = RouterOutputs['admin']['users']['list']['items'][number]
