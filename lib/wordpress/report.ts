/** What became of an item of the export. */
export type Fate = 'added' | 'changed' | 'unchanged' | 'left out'

type Tally = Record<Fate, number>
type Note = { count: number; examples: string[] }

/** Enough to look at, few enough to read. */
const MAX_EXAMPLES = 5
const MAX_LOSSES = 40

/**
 * What came in and what came of it: counts per kind and status, and a line for whatever was guessed, changed or lost.
 * It says the same of a second run as of the first, but for what was added.
 */
export class ImportReport {
  readonly #tallies = new Map<string, Map<string, Tally>>()
  readonly #notes = new Map<string, Note>()
  readonly #losses = new Map<string, { times: number; articles: number }>()
  readonly #kept: string[] = []
  readonly #facts: string[] = []

  /** `line`: within `kind`, what the export says and what it is here: "publish → published". */
  count(kind: string, line: string, fate: Fate, times = 1): void {
    const lines = this.#tallies.get(kind) ?? new Map<string, Tally>()
    this.#tallies.set(kind, lines)
    const tally = lines.get(line) ?? { added: 0, changed: 0, unchanged: 0, 'left out': 0 }
    lines.set(line, tally)
    tally[fate] += times
  }

  /** Something that was guessed, changed or left out; `example` says of what. */
  note(what: string, example?: string, times = 1): void {
    const note = this.#notes.get(what) ?? { count: 0, examples: [] }
    this.#notes.set(what, note)
    note.count += times
    if (example !== undefined && note.examples.length < MAX_EXAMPLES) note.examples.push(example.slice(0, 160))
  }

  /** What one body loses: "shortcode pricing" → 2. */
  lose(losses: Readonly<Record<string, number>>): void {
    for (const [what, times] of Object.entries(losses)) {
      const known = this.#losses.get(what) ?? { times: 0, articles: 0 }
      this.#losses.set(what, { times: known.times + times, articles: known.articles + 1 })
    }
  }

  /** A text that somebody here has changed since, and of which the export says something else now. */
  keep(path: string): void {
    this.#kept.push(path)
  }

  /** A line of its own, in the order they are told. */
  fact(line: string): void {
    this.#facts.push(line)
  }

  /** How many of a kind came in, and what became of them. */
  tallies(kind: string): ReadonlyMap<string, Readonly<Tally>> {
    return this.#tallies.get(kind) ?? new Map()
  }

  lines(): string[] {
    return [...this.#facts, ...this.#tallyLines(), ...this.#keptLines(), ...this.#noteLines(), ...this.#lossLines()]
  }

  #tallyLines(): string[] {
    const rows = [...this.#tallies].flatMap(([kind, lines]) =>
      [...lines].sort().map(([line, tally]) => ({ name: line ? `${kind}: ${line}` : kind, tally })),
    )
    if (!rows.length) return []
    const width = Math.max(...rows.map(({ name }) => name.length))
    const columns = ['in the file', 'added', 'changed', 'unchanged', 'left out']
    const head = `${''.padEnd(width)}  ${columns.map((column) => column.padStart(11)).join('')}`
    const body = rows.map(({ name, tally }) => {
      const all = tally.added + tally.changed + tally.unchanged + tally['left out']
      const numbers = [all, tally.added, tally.changed, tally.unchanged, tally['left out']]
      return `${name.padEnd(width)}  ${numbers.map((number) => number.toLocaleString('en').padStart(11)).join('')}`
    })
    return ['', head, ...body]
  }

  #keptLines(): string[] {
    if (!this.#kept.length) return []
    const head = 'Edited here; the export’s change was not taken (--overwrite-edited takes it):'
    return ['', head, ...this.#kept.map((path) => `- ${path}`)]
  }

  #noteLines(): string[] {
    const lines = [...this.#notes].map(([what, { count, examples }]) => {
      const more = count > examples.length && examples.length ? ', …' : ''
      return `- ${what}: ${count.toLocaleString('en')}${examples.length ? ` (${examples.join(', ')}${more})` : ''}`
    })
    return lines.length ? ['', 'Guessed, changed or left out:', ...lines] : []
  }

  #lossLines(): string[] {
    const losses = [...this.#losses].sort(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1))
    if (!losses.length) return []
    const lines = losses
      .slice(0, MAX_LOSSES)
      .map(
        ([what, { times, articles }]) =>
          `- ${what}: ${times.toLocaleString('en')} in ${articles.toLocaleString('en')} ${articles === 1 ? 'text' : 'texts'}`,
      )
    if (losses.length > MAX_LOSSES) lines.push(`- and ${losses.length - MAX_LOSSES} more`)
    return ['', 'In the texts, not drawn:', ...lines]
  }
}
