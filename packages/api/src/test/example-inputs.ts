import { randomUUID } from 'node:crypto'

import type { Belongings } from './belongings.ts'

const newEmail = () => `${randomUUID()}@example.com`

/**
 * For every procedure an input that is answered when the owner of those things sends it: what tests
 * of all procedures start from. null: takes none.
 */
export const exampleInputs: Record<string, ((own: Belongings) => unknown) | null> = {
  'admin.favorites.list': ({ userId, trackId }) => ({
    userId,
    trackId,
    q: 'first',
    sort: 'oldest',
  }),
  'admin.favorites.remove': ({ userId, trackId }) => ({ items: [{ userId, trackId }] }),
  'admin.history.list': ({ userId, trackId }) => ({ userId, trackId, q: 'first', sort: 'oldest' }),
  'admin.history.remove': ({ playId }) => ({ playIds: [playId] }),
  'admin.playlists.list': ({ userId }) => ({ userId, q: 'kept', isPublic: false, sort: 'name' }),
  'admin.playlists.remove': ({ playlistId }) => ({ ids: [playlistId] }),
  'admin.playlists.update': ({ playlistId }) => ({ id: playlistId, name: 'Renamed' }),
  'admin.users.create': () => ({ email: newEmail(), nickname: 'Newcomer', role: 'listener' }),
  'admin.users.endSessions': ({ userId }) => ({ id: userId }),
  'admin.users.list': ({ email }) => ({ q: email, role: 'admin', disabled: false, sort: 'email' }),
  'admin.users.remove': ({ userId }) => ({ id: userId }),
  'admin.users.resetLink': ({ userId }) => ({ id: userId }),
  'admin.users.update': ({ userId }) => ({
    id: userId,
    nickname: 'Renamed',
    email: newEmail(),
    disabled: false,
  }),
  'albums.byId': ({ albumId }) => ({ id: albumId }),
  'albums.count': ({ artistId }) => ({ q: 'album', artistId }),
  'albums.list': ({ artistId }) => ({ q: 'album', artistId, sort: 'popular' }),
  'artists.byId': ({ artistId }) => ({ id: artistId }),
  'artists.count': () => ({ q: 'shelved' }),
  'artists.list': () => ({ q: 'shelved', sort: 'popular' }),
  'auth.changePassword': ({ password }) => ({
    currentPassword: password,
    newPassword: 'another battery staple',
  }),
  'auth.login': ({ email, password }) => ({ email, password }),
  'auth.logout': null,
  'auth.refresh': ({ refreshToken }) => ({ refreshToken }),
  'auth.register': ({ password }) => ({ email: newEmail(), password, nickname: 'Newcomer' }),
  'auth.resetPassword': ({ resetToken }) => ({
    token: resetToken,
    newPassword: 'another battery staple',
  }),
  'auth.revokeSession': ({ signInId }) => ({ id: signInId }),
  'auth.session': null,
  'auth.sessions': null,
  'auth.token': ({ email, password }) => ({ email, password, deviceName: 'Phone' }),
  'favorites.count': null,
  'favorites.list': () => ({ limit: 10 }),
  'favorites.set': ({ trackId }) => ({ trackId, favorite: true }),
  'favorites.toggle': ({ trackId }) => ({ trackId }),
  'history.clear': null,
  'history.list': ({ trackId }) => ({ trackId, from: '2020-01-01T00:00:00Z', limit: 10 }),
  'history.remove': ({ playId }) => ({ playId }),
  'history.removeMany': ({ playId }) => ({ playIds: [playId] }),
  'history.stats': () => ({ from: '2020-01-01T00:00:00Z', timeZone: 'Asia/Seoul' }),
  'me.delete': ({ password }) => ({ password }),
  'me.exportData': null,
  'me.get': null,
  'me.presignAvatar': () => ({ contentType: 'image/png', sizeBytes: 1_000 }),
  'me.update': ({ password, avatarUploadId }) => ({
    nickname: 'Renamed',
    email: newEmail(),
    currentPassword: password,
    locale: 'ko-KR',
    avatarUploadId,
  }),
  'playlists.add': ({ playlistId, trackId }) => ({ id: playlistId, trackIds: [trackId] }),
  'playlists.byId': ({ playlistId }) => ({ id: playlistId }),
  'playlists.bySlug': ({ slug }) => ({ slug }),
  'playlists.contains': ({ playlistId, trackId }) => ({ id: playlistId, trackIds: [trackId] }),
  'playlists.create': () => ({ name: 'Evening', description: 'Calm', isPublic: true }),
  'playlists.deleted': null,
  'playlists.duplicate': ({ playlistId }) => ({ id: playlistId, name: 'Copied' }),
  'playlists.list': () => ({ limit: 10 }),
  'playlists.move': ({ playlistId, entryId, otherEntryId }) => ({
    id: playlistId,
    entryIds: [otherEntryId],
    beforeEntryId: entryId,
  }),
  'playlists.remove': ({ playlistId }) => ({ id: playlistId }),
  'playlists.removeTracks': ({ playlistId, entryId }) => ({
    id: playlistId,
    entryIds: [entryId],
  }),
  'playlists.restore': ({ removedPlaylistId }) => ({ id: removedPlaylistId }),
  'playlists.restoreEntries': ({ playlistId, removedEntryId }) => ({
    id: playlistId,
    entryIds: [removedEntryId],
  }),
  'playlists.shared': ({ slug }) => ({ slug }),
  'playlists.tracks': ({ playlistId }) => ({ id: playlistId, limit: 10 }),
  'playlists.update': ({ playlistId }) => ({ id: playlistId, name: 'Renamed', isPublic: false }),
  'queue.get': null,
  'queue.progress': () => ({
    deviceId: '0b9f2f0e-4f0c-4d3a-9d55-1f2a3b4c5d6e',
    changedAt: Date.now(),
    revision: 1,
    position: 0,
    positionMs: 2_000,
  }),
  'queue.save': ({ trackId, otherTrackId, playlistId }) => ({
    deviceId: '0b9f2f0e-4f0c-4d3a-9d55-1f2a3b4c5d6e',
    deviceName: 'Phone',
    changedAt: Date.now(),
    baseRevision: 1,
    trackIds: [trackId, otherTrackId],
    added: [1],
    position: 0,
    positionMs: 1_000,
    repeat: 'all',
    seed: 7,
    source: { kind: 'playlist', id: playlistId, name: 'Kept' },
    rest: { list: { of: 'playlist', id: playlistId }, cursor: null, except: [] },
  }),
  'queue.status': null,
  'stream.prepare': ({ trackId, otherTrackId }) => ({ trackIds: [trackId, otherTrackId] }),
  'stream.renew': ({ playId }) => ({ playId }),
  'stream.report': ({ playId }) => ({ playId, positionMs: 900, listenedMs: 900, ended: false }),
  'stream.start': ({ trackId, playlistId }) => ({
    trackId,
    source: { kind: 'playlist', id: playlistId },
  }),
  'tracks.abortUpload': ({ audioUploadId }) => ({ uploadId: audioUploadId }),
  'tracks.byId': ({ trackId }) => ({ id: trackId }),
  'tracks.count': ({ artistId, albumId }) => ({ q: 'first', artistId, albumId, favorite: false }),
  'tracks.create': ({ audioUploadId, coverUploadId }) => ({
    uploadId: audioUploadId,
    title: 'Title',
    coverUploadId,
    loudness: { integratedLufs: -14.2, peak: 0.98 },
  }),
  'tracks.facets': () => ({ q: 'shelved' }),
  'tracks.file': ({ trackId }) => ({ id: trackId }),
  'tracks.list': ({ artistId, albumId }) => ({ q: 'first', artistId, albumId, sort: 'title' }),
  'tracks.loudness': ({ trackId }) => ({ id: trackId }),
  'tracks.match': ({ trackId }) => ({ entries: [{ id: trackId }, { path: 'A/B/01 - C.mp3' }] }),
  'tracks.presignCover': () => ({ contentType: 'image/png', sizeBytes: 1_000 }),
  'tracks.presignUpload': () => ({
    filename: 'song.mp3',
    contentType: 'audio/mpeg',
    sizeBytes: 1_000,
    sha256: randomUUID().replaceAll('-', '').repeat(2),
  }),
  'tracks.remove': ({ otherTrackId }) => ({ ids: [otherTrackId] }),
  'tracks.restore': ({ otherTrackId }) => ({ ids: [otherTrackId] }),
  'tracks.update': ({ otherTrackId, coverUploadId }) => ({
    id: otherTrackId,
    title: 'Retitled',
    coverUploadId,
    loudness: { integratedLufs: -9.5, peak: 1.02 },
  }),
}

/** The example for a procedure; undefined where it takes nothing. */
export function exampleOf(name: string, own: Belongings): unknown {
  return exampleInputs[name]?.(own)
}

/** Which of its owner's things the example for a procedure names. */
export function belongingsOf(name: string, own: Belongings): (keyof Belongings)[] {
  const fields = new Set<keyof Belongings>()
  const watched = new Proxy(own, {
    get(_, field: keyof Belongings) {
      fields.add(field)
      return own[field]
    },
  })
  exampleOf(name, watched)
  return [...fields]
}

/** Whether the example for a procedure needs the bytes of an upload. */
export function usesFiles(name: string, own: Belongings): boolean {
  return belongingsOf(name, own).some((field) => field.endsWith('UploadId'))
}
