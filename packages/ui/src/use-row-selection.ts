import { useRef, useState } from 'react'
import type { Rows } from './rows.ts'

/** How a row was pressed: with Shift for a span of rows, with Ctrl or by its box for one more. */
export interface RowPress {
  isRange: boolean
  isToggle: boolean
}

/** Which rows of a list of any length are chosen, also such as are not in sight any more. */
export interface RowSelection<Row> {
  /** Choosing goes on: boxes are shown, and there is something to be done with the rows. */
  isOn: boolean
  /** Rows of a chosen span are on their way. */
  isBusy: boolean
  /** The chosen ones, in the order of the list. */
  rows: readonly Row[]
  has(row: Row): boolean
  press(index: number, how: RowPress): void
  /** Every row there may be, from the first on. */
  selectAll(): void
  clear(): void
}

export interface RowSelectionOptions<Row> {
  rows: Rows<Row>
  rowKey(row: Row, index: number): string
  /** What tells this list from others: another one has nothing chosen. */
  name: string
  /** At most so many rows can be chosen at once. */
  limit: number
  /** Brings rows that are not here yet; without it, only those that are here can be chosen. */
  load?(first: number, last: number): Promise<readonly Row[]>
  /** A span was longer than `limit`: its first rows are chosen. */
  onLimit(): void
  onError(error: unknown): void
}

interface Chosen<Row> {
  row: Row
  index: number
}

interface State<Row> {
  name: string
  isOn: boolean
  chosen: ReadonlyMap<string, Chosen<Row>>
}

/** Keeps which rows are chosen: one by one, spans of them, or all. */
export function useRowSelection<Row>(options: RowSelectionOptions<Row>): RowSelection<Row> {
  const { rows, rowKey, name, limit, load, onLimit, onError } = options
  const nothing: State<Row> = { name, isOn: false, chosen: new Map() }
  const [kept, setKept] = useState(nothing)
  const [isBusy, setIsBusy] = useState(false)
  const anchor = useRef(0)
  const turn = useRef(0)
  const state = kept.name === name ? kept : nothing

  function set(chosen: ReadonlyMap<string, Chosen<Row>>, isOn: boolean) {
    turn.current += 1
    setIsBusy(false)
    setKept({ name, isOn: isOn && chosen.size > 0, chosen })
  }

  function toggle(index: number) {
    const row = rows.at(index)
    if (row === undefined) return
    const chosen = new Map(state.chosen)
    const key = rowKey(row, index)
    if (!chosen.delete(key)) chosen.set(key, { row, index })
    if (chosen.size > limit) return onLimit()
    anchor.current = index
    set(chosen, true)
  }

  async function chooseSpan(from: number, to: number) {
    const first = Math.max(Math.min(from, to), to < from ? from - limit + 1 : 0)
    const last = Math.min(Math.max(from, to), first + limit - 1, rows.length - 1)
    if (last - first < Math.abs(to - from)) onLimit()
    const here = Array.from({ length: last - first + 1 }, (_, at) => rows.at(first + at))
    if (here.every((row) => row !== undefined) || !load) return choose(here, first)
    const mine = ++turn.current
    setIsBusy(true)
    try {
      const loaded = await load(first, last)
      if (mine === turn.current) choose(loaded, first)
    } catch (error) {
      if (mine !== turn.current) return
      setIsBusy(false)
      onError(error)
    }
  }

  function choose(span: readonly (Row | undefined)[], first: number) {
    const entries = span.flatMap((row, at): [string, Chosen<Row>][] =>
      row === undefined ? [] : [[rowKey(row, first + at), { row, index: first + at }]],
    )
    set(new Map(entries), true)
  }

  return {
    isOn: state.isOn,
    isBusy,
    rows: [...state.chosen]
      .sort(([, a], [, b]) => a.index - b.index)
      .map(([key, chosen]) => {
        // As it is by now, where it still stands there.
        const row = rows.at(chosen.index)
        return row !== undefined && rowKey(row, chosen.index) === key ? row : chosen.row
      }),
    has: (row) => state.chosen.has(rowKey(row, 0)),
    press(index, { isRange, isToggle }) {
      if (isRange) return void chooseSpan(anchor.current, index)
      if (isToggle) return toggle(index)
      anchor.current = index
      const row = rows.at(index)
      set(new Map(row === undefined ? [] : [[rowKey(row, index), { row, index }]]), false)
    },
    selectAll() {
      anchor.current = 0
      void chooseSpan(0, rows.length - 1)
    },
    clear: () => set(new Map(), false),
  }
}
