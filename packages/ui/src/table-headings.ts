/** What stands over a row of a table and those that follow it; as high as a row. */
export interface TableHeading {
  /** The row below it. */
  before: number
  text: string
}

/**
 * The line that a row stands in, counted with the headings above it.
 * @param headings by the rows they stand over
 */
export function lineOf(index: number, headings: readonly TableHeading[]): number {
  return index + headings.filter(({ before }) => before <= index).length
}

/** The row that stands in a line; where a heading does, the row above it. */
export function rowOfLine(line: number, headings: readonly TableHeading[]): number {
  return line - headings.filter(({ before }, above) => before + above <= line).length
}

/** The heading that stands in a line, where one does. */
export function headingAt(
  line: number,
  headings: readonly TableHeading[],
): TableHeading | undefined {
  return headings.find(({ before }, above) => before + above === line)
}
