import { Button, SelectableTable, type SelectableTableProps, showToast } from '@segue/ui'
import { Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { messages } from './messages.ts'
import { RemoveDialog } from './remove-dialog.tsx'

/** Asks before these rows are removed. */
type Ask<Row> = (rows: readonly Row[]) => void

export interface RemovableTableProps<Row> extends Omit<
  SelectableTableProps<Row>,
  'labels' | 'renderActions'
> {
  /** What can be done with one row. */
  renderMenu(row: Row, askToRemove: () => void): ReactNode
  /** What can be done with the chosen rows; to remove them, unless told. */
  renderActions?(rows: readonly Row[], askToRemove: Ask<Row>): ReactNode
  words: {
    columns: { more: string }
    removeTitle(count: number): string
    removeDetail: string
    removed(count: number): string
  }
  /** Removes them all and has the lists read again; tells how many went. */
  remove(rows: readonly Row[]): Promise<number>
  /** Says so; a toast, unless told. */
  onRemoved?(count: number, rows: readonly Row[]): void
}

/** A table whose rows have a menu each and can be removed, one or many at a time, after a question. */
export function RemovableTable<Row>(props: RemovableTableProps<Row>) {
  const { columns, renderMenu, renderActions, words, remove, onRemoved, ...table } = props
  const [doomed, setDoomed] = useState<readonly Row[]>([])
  const [isAsking, setAsking] = useState(false)

  function askToRemove(rows: readonly Row[]) {
    setDoomed(rows)
    setAsking(true)
  }

  return (
    <>
      <SelectableTable
        {...table}
        labels={messages.list}
        columns={[
          ...columns,
          {
            key: 'more',
            header: words.columns.more,
            isHeaderHidden: true,
            className: 'flex justify-end',
            renderCell: (row) => renderMenu(row, () => askToRemove([row])),
          },
        ]}
        renderActions={(rows) =>
          renderActions?.(rows, askToRemove) ?? (
            <Button look="danger" onClick={() => askToRemove(rows)}>
              <Trash2 aria-hidden className="size-4" />
              {messages.list.remove}
            </Button>
          )
        }
      />
      <RemoveDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        rows={doomed}
        title={words.removeTitle}
        detail={words.removeDetail}
        remove={remove}
        onRemoved={(count) =>
          onRemoved ? onRemoved(count, doomed) : showToast({ title: words.removed(count) })
        }
      />
    </>
  )
}
