import { formatInstant, type TableColumn } from '@segue/ui'
import { InstantCell } from './instant-cell.tsx'
import { PersonCell } from './person-cell.tsx'
import { RecordMenu, type RecordMenuProps } from './record-menu.tsx'
import { RemovableTable, type RemovableTableProps } from './removable-table.tsx'
import { TrackCell, type TrackCellProps } from './track-cell.tsx'

interface ListenersRecord {
  user: { id: string; nickname: string; email: string }
  track: TrackCellProps['track'] & { id: string }
}

type Passed = 'label' | 'rows' | 'rowKey' | 'gridClassName' | 'remove' | 'hasMore' | 'onEndReached'

export interface RecordTableProps<Row> extends Pick<RemovableTableProps<Row>, Passed> {
  list: RecordMenuProps['list']
  words: RemovableTableProps<Row>['words'] & {
    columns: { track: string; listener: string }
    select(title: string, nickname: string): string
    more(title: string, nickname: string): string
  }
  /** When it was, and how the column of that is called. */
  instant: { header: string; of(row: Row): string }
  /** What stands after the instant. */
  moreColumns?: readonly TableColumn<Row>[]
}

/** Rows that are about a listener and a track each, and their removal. */
export function RecordTable<Row extends ListenersRecord>(props: RecordTableProps<Row>) {
  const { list, words, instant, moreColumns = [], ...table } = props
  const columns: TableColumn<Row>[] = [
    {
      key: 'track',
      header: words.columns.track,
      renderCell: (row) => (
        <TrackCell
          track={row.track}
          note={`${row.user.nickname} · ${formatInstant(instant.of(row)).day}`}
        />
      ),
    },
    {
      key: 'listener',
      header: words.columns.listener,
      className: 'max-md:hidden',
      renderCell: ({ user }) => <PersonCell person={user} />,
    },
    {
      key: 'instant',
      header: instant.header,
      className: 'text-right max-md:hidden',
      cellClassName: 'text-ink-soft',
      renderCell: (row) => <InstantCell instant={instant.of(row)} />,
    },
    ...moreColumns,
  ]
  return (
    <RemovableTable
      {...table}
      words={words}
      columns={columns}
      selectLabel={({ track, user }) => words.select(track.title, user.nickname)}
      isDimmed={({ track }) => !track.available}
      renderMenu={(row, onRemove) => (
        <RecordMenu
          label={words.more(row.track.title, row.user.nickname)}
          list={list}
          record={row}
          onRemove={onRemove}
        />
      )}
    />
  )
}
