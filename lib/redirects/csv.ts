import { BYTE_ORDER_MARK, readCell } from '@/lib/csv'
import type { Typed } from './typed'

/** `header`: the line of names as it stands there, empty where there is none. Other lines can be read again behind it. */
export type Csv = { header: string; lines: CsvLine[] }
/** A line of a file as it stands there, what it says, and its number, from 1. */
export type CsvLine = Typed & { number: number; text: string }

export const MOST_LINES = 20_000
/** In characters: the whole of it goes with the form, there and back. */
export const LONGEST_FILE = 900_000

const NAMES: Record<keyof Typed, RegExp> = {
  from: /^(from|source|source url|old|old url|request|url)$/i,
  to: /^(to|target|target url|destination|new|new url)$/i,
  status: /^(status|code|http code|type|redirect type)$/i,
}
const FIELDS = ['from', 'to', 'status'] as const

/**
 * Reads "from,to,status", with or without a line of names, parted by commas, semicolons or tabs, with or without quotes. Empty
 * lines and those that begin with "#" say nothing.
 */
export function readCsv(file: string): Csv {
  const text = file.startsWith(BYTE_ORDER_MARK) ? file.slice(1) : file
  const rows = readRows(text, partedBy(text)).filter(({ text: line }) => line.trim() !== '' && !line.startsWith('#'))
  const [first] = rows
  const named = first && columnsOf(first.cells)
  const columns = named ?? { from: 0, to: 1, status: 2 }
  const lines = rows.slice(named ? 1 : 0).map(({ cells, number, text: line }) => {
    const cell = (field: keyof Typed) => readCell(cells[columns[field]]?.trim() ?? '')
    return { number, text: line, from: cell('from'), to: cell('to'), status: cell('status') }
  })
  return { header: named ? first.text : '', lines }
}

/** Where each field stands, where the first line says so. */
function columnsOf(cells: string[]): Record<keyof Typed, number> | null {
  const [from = -1, to = -1, status = -1] = FIELDS.map((field) =>
    cells.findIndex((cell) => NAMES[field].test(cell.trim())),
  )
  return from < 0 ? null : { from, to, status }
}

function partedBy(text: string): string {
  const first = text.slice(0, Math.max(0, text.search(/[\r\n]/)) || text.length)
  const count = (mark: string) => first.split(mark).length
  const marks = [',', ';', '\t'].sort((a, b) => count(b) - count(a))
  return marks[0] ?? ','
}

type Row = { cells: string[]; number: number; text: string }

/** One pass over the text. A quote that is never closed ends with its line's end: one line is lost by it, not the rest. */
function readRows(text: string, mark: string): Row[] {
  return text.split(/\r\n|\r|\n/).map((line, at) => ({ cells: cellsOf(line, mark), number: at + 1, text: line }))
}

function cellsOf(line: string, mark: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]
    if (letter === '"' && quoted && line[at + 1] === '"') {
      cell += '"'
      at++
    } else if (letter === '"' && (quoted || cell === '')) quoted = !quoted
    else if (letter === mark && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  return [...cells, cell]
}
