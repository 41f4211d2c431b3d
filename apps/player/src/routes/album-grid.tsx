import type { RouterOutputs } from '@segue/api'
import { CardGrid, type Rows } from '@segue/ui'
import { messages } from '../lib/messages.ts'
import { CollectionCard } from './collection-card.tsx'

export interface AlbumGridProps {
  albums: Rows<RouterOutputs['albums']['list']['items'][number]>
  /** They are all of one artist, who needs no mention. */
  isOfOne?: boolean
}

/** Albums by their covers. */
export function AlbumGrid({ albums, isOfOne = false }: AlbumGridProps) {
  return (
    <CardGrid
      label={messages.nav.albums}
      items={albums}
      itemKey={({ id }) => id}
      renderCard={({ id, title, artist, year, coverUrl }) => (
        <CollectionCard
          link={{ to: '/albums/$id', params: { id } }}
          covers={coverUrl === null ? [] : [coverUrl]}
          name={title}
          detail={[!isOfOne && artist.name, year !== null && String(year)]}
        />
      )}
    />
  )
}
