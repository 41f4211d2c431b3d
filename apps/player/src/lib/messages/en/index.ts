import { first } from './first.ts'
import { meMessages } from './me.ts'
import { transferMessages } from './transfer.ts'

/** Every sentence of the player in English: the shape that every other language has. */
export const en = { ...first, ...meMessages, ...transferMessages }

export type Messages = typeof en
