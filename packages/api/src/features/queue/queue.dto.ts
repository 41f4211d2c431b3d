import type { TrackDto } from '../tracks/track.dto.ts'
import type { Repeat } from './queue.entity.ts'
import type { QueueRest, QueueSource } from './queue.schema.ts'

/** Which state of a queue it is, and whose. */
export interface QueueMarkDto {
  revision: number
  device: { id: string; name: string }
  updatedAt: string
}

/** What came of a save: false leaves what another device saved since, whose mark this is. */
export interface SavedQueueDto extends QueueMarkDto {
  saved: boolean
}

/** A queue at a glance. */
export interface QueueStatusDto extends QueueMarkDto {
  /** What plays in it; null while it is empty. */
  track: TrackDto | null
  positionMs: number
}

/** A queue with all that it needs to go on. */
export interface QueueDto extends QueueMarkDto {
  /** In order; removed ones too. */
  tracks: TrackDto[]
  /** Which of them were put there by hand, counted from 0. */
  added: number[]
  /** Which of them plays, counted from 0; 0 for an empty queue. */
  position: number
  positionMs: number
  repeat: Repeat
  /** The shuffle that it stands in; null: the order of its list. */
  seed: number | null
  source: QueueSource | null
  rest: QueueRest | null
}

export interface QueueMarkRow {
  revision: number
  deviceId: string
  deviceName: string
  updatedAt: string | Date
}

/** Whose state it is, as it leaves. */
export function toQueueMarkDto(row: QueueMarkRow): QueueMarkDto {
  return {
    revision: row.revision,
    device: { id: row.deviceId, name: row.deviceName },
    updatedAt: new Date(row.updatedAt).toISOString(),
  }
}
