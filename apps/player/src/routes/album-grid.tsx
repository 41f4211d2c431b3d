import type { RouterOutputs } from '@segue/api'
import { CardGrid } from '@segue/ui'
import type { Paging } from '@segue/web'
import { messages } from '../lib/messages.ts'
import { CollectionCard } from './collection-card.tsx'

export interface AlbumGridProps extends Paging {
  albums: readonly RouterOutputs['albums']['byId'][]
  /** They are all of one artist, who needs no mention. */
  isOfOne?: boolean
}

/** Albums by their covers. */
export function AlbumGrid({ albums, isOfOne = false, ...paging }: AlbumGridProps) {
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
      {...paging}
    />
  )
}
