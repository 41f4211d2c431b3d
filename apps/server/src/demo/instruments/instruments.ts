import type { Voice } from '../synth/voice.ts'
import { bowedAndBlown } from './bowed-and-blown.ts'
import { keys } from './keys.ts'
import { plucks } from './plucks.ts'
import { synths } from './synths.ts'

/** Every instrument, by the name the scores use. */
export const instruments = { ...keys, ...plucks, ...synths, ...bowedAndBlown } satisfies Record<
  string,
  Voice
>

export type InstrumentName = keyof typeof instruments
