/** Tells a spreadsheet that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

type Cell = string | number

/** A file of comma-separated values (RFC 4180). */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => BYTE_ORDER_MARK + rows.map(csvLine).join('')

/** A line of such a file. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`

/** What others chose, a host or words, is to be no formula to whoever opens the file. */
const FORMULA = /^'*[=+\-@\t\r]/

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  // Some spreadsheets part cells at these too.
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A cell of such a file as it was before it was written. */
export const readCell = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text)
