import type { RouterOutputs } from '@segue/api'

type SharedPlaylist = Pick<
  RouterOutputs['playlists']['bySlug'],
  'name' | 'description' | 'slug' | 'owner' | 'trackCount' | 'covers'
>

/** What previews show of a description; they cut it themselves, but not before. */
const shownCharacters = 300

/**
 * Puts what link previews read (https://ogp.me) into a page, in the place of its title.
 * @param origin of the addresses, which have to be absolute
 */
export function addPreview(page: string, playlist: SharedPlaylist, origin: string): string {
  const { name, owner, trackCount, slug } = playlist
  const address = `${origin}/p/${slug}`
  const count = trackCount === 1 ? '1 track' : `${trackCount} tracks`
  const told = playlist.description?.replaceAll(/\s+/g, ' ') ?? ''
  const description = shorten(told) || `${count} by ${owner.nickname}`
  const [cover] = playlist.covers
  const properties = {
    'og:type': 'music.playlist',
    'og:site_name': 'Segue',
    'og:title': name,
    'og:description': description,
    'og:url': address,
    ...(cover ? { 'og:image': `${origin}${cover.replace(/\/\d+$/, '/640')}` } : {}),
  }
  const tags = [
    `<title>${escapeHtml(`${name} · Segue`)}</title>`,
    `<link rel="canonical" href="${escapeHtml(address)}" />`,
    `<meta name="description" content="${escapeHtml(description)}" />`,
    '<meta name="twitter:card" content="summary" />',
    ...Object.entries(properties).map(
      ([property, content]) => `<meta property="${property}" content="${escapeHtml(content)}" />`,
    ),
  ].join('\n    ')
  // A function, since `$` has a meaning in a replacement.
  return page.replace(/<title>[^<]*<\/title>/, () => tags)
}

function shorten(text: string): string {
  if (text.length <= shownCharacters) return text
  const half = /[\uD800-\uDBFF]$/
  return `${text.slice(0, shownCharacters).replace(half, '').trimEnd()}…`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
