import { createHash, randomBytes, randomUUID } from 'node:crypto'

import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'

import { hashPassword } from '../credentials/passwords.ts'
import { beginSignIn } from '../credentials/sign-ins.ts'
import { hashSessionId } from '../credentials/lucia-adapter.ts'
import { Favorite } from '../features/favorites/favorite.entity.ts'
import { KnownAddress } from '../features/auth/known-address.entity.ts'
import { PasswordReset } from '../features/auth/password-reset.entity.ts'
import { type Role, User } from '../features/auth/user.entity.ts'
import { Play } from '../features/history/play.entity.ts'
import { Playlist } from '../features/playlists/playlist.entity.ts'
import { PlaylistTrack } from '../features/playlists/playlist-track.entity.ts'
import { Track } from '../features/tracks/track.entity.ts'
import { Upload, type UploadKind } from '../uploads/upload.entity.ts'
import { wav } from './audio.ts'
import { png } from './images.ts'
import { shelve } from './library.ts'
import { lineUp } from './queues.ts'
import type { TestApp, TestClient } from './test-app.ts'
import { testPassword } from './test-app.ts'

const passwordHash = await hashPassword(testPassword)
let pitch = 2_000

/** What lies in the library for everybody. */
export interface Shelf {
  trackId: string
  otherTrackId: string
  artistId: string
  albumId: string
}

/** One of everything that belongs to a user alone. */
export interface Owned {
  userId: string
  /** Of a device that the user signed in besides. */
  signInId: string
  playId: string
  playlistId: string
  entryId: string
  otherEntryId: string
  /** Removed, and not swept yet. */
  removedPlaylistId: string
  removedEntryId: string
  avatarUploadId: string
  coverUploadId: string
  audioUploadId: string
}

/** What lets in whoever knows it. */
interface Secrets {
  email: string
  password: string
  refreshToken: string
  resetToken: string
  slug: string
}

export type Belongings = Shelf & Owned & Secrets & { publicPlaylistId: string }

export interface Owner extends TestClient {
  /** Signed in by a bearer instead. */
  device: TestClient
  own: Belongings
}

/** Puts two tracks of one album into the library. */
export async function fillShelf(em: SqlEntityManager): Promise<Shelf> {
  const album = { artist: 'The Shelved', album: `Album ${randomUUID()}`, genre: 'Test' }
  const [trackId = '', otherTrackId = ''] = await shelve(
    em,
    { title: 'First', ...album },
    { title: 'Second', ...album },
  )
  const { artist, album: record } = await em.findOneOrFail(Track, { id: trackId })
  return { trackId, otherTrackId, artistId: artist.id, albumId: record?.id ?? '' }
}

/**
 * A new user who has one of everything; signed in twice.
 * @param options hasFiles: whether the bytes of the uploads are in the store, too
 */
export async function ownerOfEverything(
  { services, client }: TestApp,
  shelf: Shelf,
  role: Role = 'admin',
  { hasFiles = true } = {},
): Promise<Owner> {
  const em = services.orm.em.fork()
  const { userId, email } = await insertUser(em, role)
  const browser = await beginSignIn(em, services.lucia, userId, { kind: 'browser' })
  const device = await beginSignIn(em, services.lucia, userId, { kind: 'device' })
  const { signInId } = device
  const token = await services.accessTokens.sign({ userId, signInId })
  const resetToken = randomBytes(32).toString('base64url')
  await em.insert(PasswordReset, {
    id: hashSessionId(resetToken),
    user: userId,
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 3_600_000),
  })
  await em.insert(KnownAddress, { user: userId, address: '127.0.0.1', signedInAt: new Date() })
  await lineUp(em, userId, [shelf.trackId, shelf.otherTrackId])
  const own = {
    ...shelf,
    ...(await insertListening(em, userId, shelf)),
    ...(await insertPlaylists(em, userId, shelf)),
    ...(await insertUploads({ services, em, userId, hasFiles })),
    userId,
    email,
    signInId,
    resetToken,
    password: testPassword,
    refreshToken: device.id,
  }
  const cookie = services.lucia.createSessionCookie(browser.id)
  return Object.assign(client({ cookie: `${cookie.name}=${cookie.value}` }), {
    device: client({ authorization: `Bearer ${token}` }),
    own,
  })
}

/** Ids of nothing, in the place of those that are a user's own. */
export function missing(): Owned {
  return {
    userId: v7(),
    signInId: v7(),
    playId: v7(),
    playlistId: v7(),
    entryId: v7(),
    otherEntryId: v7(),
    removedPlaylistId: v7(),
    removedEntryId: v7(),
    avatarUploadId: v7(),
    coverUploadId: v7(),
    audioUploadId: v7(),
  }
}

async function insertUser(em: SqlEntityManager, role: Role) {
  const [userId, email] = [v7(), `${randomUUID()}@example.com`]
  await em.insert(User, {
    id: userId,
    createdAt: new Date(),
    email,
    emailKey: email,
    passwordHash,
    nickname: 'Somebody',
    role,
    locale: null,
    avatarId: null,
    disabledAt: null,
    lastSeenAt: null,
  })
  return { userId, email }
}

async function insertListening(em: SqlEntityManager, user: string, { trackId }: Shelf) {
  const playId = v7()
  await em.insert(Favorite, { user, track: trackId, createdAt: new Date() })
  await em.insert(Play, {
    id: playId,
    user,
    track: trackId,
    playedAt: new Date(),
    positionMs: 0,
    listenedMs: 0,
    completed: false,
    sourceKind: null,
    sourceId: null,
  })
  return { playId }
}

async function insertPlaylists(
  em: SqlEntityManager,
  owner: string,
  { trackId, otherTrackId }: Shelf,
) {
  const [playlistId, publicPlaylistId, removedPlaylistId] = [v7(), v7(), v7()]
  const slug = randomBytes(16).toString('base64url')
  const times = { createdAt: new Date(), updatedAt: new Date() }
  const playlist = { owner, name: 'Kept', description: 'Mine', ...times }
  await em.insertMany(Playlist, [
    { ...playlist, id: playlistId, isPublic: false, slug: null },
    { ...playlist, id: publicPlaylistId, isPublic: true, slug },
    { ...playlist, id: removedPlaylistId, isPublic: false, slug: null, removedAt: new Date() },
  ])
  const [entryId, otherEntryId, removedEntryId] = [v7(), v7(), v7()]
  await em.insertMany(
    PlaylistTrack,
    [
      { id: entryId, playlist: playlistId, track: trackId, position: 1_000 },
      { id: otherEntryId, playlist: playlistId, track: otherTrackId, position: 2_000 },
      {
        id: removedEntryId,
        playlist: playlistId,
        track: trackId,
        position: 3_000,
        removedAt: new Date(),
      },
      { id: v7(), playlist: publicPlaylistId, track: trackId, position: 1_000 },
    ].map((entry) => ({ ...entry, createdAt: new Date() })),
  )
  return {
    playlistId,
    publicPlaylistId,
    removedPlaylistId,
    slug,
    entryId,
    otherEntryId,
    removedEntryId,
  }
}

interface Sender {
  services: TestApp['services']
  em: SqlEntityManager
  userId: string
  hasFiles: boolean
}

async function insertUploads(by: Sender) {
  return {
    avatarUploadId: await sendFile(by, 'avatar', png),
    coverUploadId: await sendFile(by, 'cover', png),
    audioUploadId: await sendFile(by, 'audio', async () => wav({ pitch: pitch++ }).bytes),
  }
}

const typesOf: Record<UploadKind, string> = {
  audio: 'audio/wav',
  avatar: 'image/png',
  cover: 'image/png',
}

/** An upload whose bytes were sent to the store, if at all. */
async function sendFile(
  { services, em, userId, hasFiles }: Sender,
  kind: UploadKind,
  make: () => Promise<Uint8Array>,
): Promise<string> {
  const id = v7()
  const uploadKey = `uploads/${randomUUID()}`
  const bytes = hasFiles ? await make() : Buffer.from(id)
  if (hasFiles) await services.storage.write(uploadKey, bytes, typesOf[kind])
  await em.insert(Upload, {
    id,
    user: userId,
    createdAt: new Date(),
    kind,
    state: 'open',
    uploadKey,
    copyKeys: [],
    filename: 'file',
    contentType: typesOf[kind],
    sizeBytes: bytes.length,
    sha256: kind === 'audio' ? createHash('sha256').update(bytes).digest('hex') : null,
    expiresAt: new Date(Date.now() + 86_400_000),
  })
  return id
}
