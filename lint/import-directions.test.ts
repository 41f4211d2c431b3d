import { expect, it } from 'vitest'

import { findViolation } from './import-directions.ts'

const api = 'packages/api/src'

it.each([
  ['apps/player/src/lib/trpc.ts', '@segue/api', 'type'],
  ['apps/player/src/routes/login.tsx', '@segue/api/schemas', 'value'],
  ['apps/player/src/features/tracks/track-row.tsx', '../player/playback.ts', 'value'],
  ['apps/admin/src/routes/tracks.tsx', '@segue/web', 'value'],
  ['apps/server/src/main.ts', '@segue/object-store', 'value'],
  ['packages/client/src/index.ts', '@segue/api', 'type'],
  [`${api}/features/stream/stream.router.ts`, '../tracks/track.policy.ts', 'value'],
  [`${api}/features/auth/auth.router.ts`, '../../credentials/passwords.ts', 'value'],
  [`${api}/credentials/lucia.ts`, 'lucia', 'value'],
  [`${api}/features/me/me.router.test.ts`, '../../test/test-app.ts', 'value'],
])('lets %s import %s', (file, specifier, kind) => {
  expect(findViolation({ file, specifier, isTypeOnly: kind === 'type' })).toBeNull()
})

it.each([
  ['apps/player/src/lib/trpc.ts', '@segue/api', 'types alone'],
  ['apps/player/src/lib/trpc.ts', '../../../admin/src/lib/x.ts', 'import the package'],
  ['apps/player/src/lib/trpc.ts', '../features/player/queue.ts', 'lib/ is below'],
  ['apps/player/src/features/tracks/track-row.tsx', '../player/queue.ts', 'playback.ts alone'],
  ['apps/player/src/features/history/day.tsx', '../tracks/track-row.tsx', 'compose them'],
  ['apps/cli/src/ingest.ts', '@segue/api', 'may not import'],
  ['packages/ui/src/button.tsx', '@segue/api', 'may not import'],
  ['packages/web/src/refusal.ts', '@segue/api', 'types alone'],
  [`${api}/features/stream/stream.router.ts`, '../tracks/uploads.ts', 'entities, DTOs'],
  [`${api}/features/me/me.schema.ts`, './user.dto.ts', 'browsers load it'],
  [`${api}/features/me/me.schema.ts`, 'kysely', 'browsers load it'],
  [`${api}/features/me/me.router.ts`, 'jose', 'only credentials/ knows'],
  [`${api}/storage/object-storage.ts`, '../features/tracks/uploads.ts', 'may not import'],
])('refuses that %s imports %s', (file, specifier, why) => {
  expect(findViolation({ file, specifier, isTypeOnly: false })).toContain(why)
})
