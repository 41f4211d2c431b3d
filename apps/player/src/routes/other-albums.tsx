import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { AlbumGrid } from './album-grid.tsx'

export interface OtherAlbumsProps {
  artist: { id: string; name: string }
  /** The album that is shown already. */
  except: string
}

const most = 12

/** What else there is of an album's artist, the newest first; nothing where there is nothing. */
export function OtherAlbums({ artist, except }: OtherAlbumsProps) {
  const albums = trpc.albums.list.useQuery({
    artistId: artist.id,
    sort: 'newest',
    limit: most + 1,
  })
  const others = albums.data?.items.filter(({ id }) => id !== except).slice(0, most) ?? []
  if (others.length === 0) return null
  const title = messages.albums.moreBy(artist.name)
  return (
    <section aria-label={title} className="mt-10">
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      <AlbumGrid albums={others} isOfOne />
    </section>
  )
}
