/**
 * The rows of a list: an array of all, or a long list of which only some have come. It knows its
 * length, and says of a row that is still on its way that it is undefined.
 */
export interface Rows<Row> {
  readonly length: number
  at(index: number): Row | undefined
  /** Hears which rows are in sight, and sees to it that they come. */
  show?(first: number, last: number): void
}
