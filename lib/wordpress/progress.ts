/** What a long import shows of itself while it runs. */
export type Progress = {
  /** Begins a part of the work that is `bytes` long. */
  begin(label: string, bytes: number): void
  /** How many bytes of it are read, and how many items were handled since. */
  at(bytes: number): void
  items(count: number): void
  end(): void
}

const nothing = () => undefined
export const SILENT: Progress = { begin: nothing, at: nothing, items: nothing, end: nothing }

const BAR_WIDTH = 24
const BAR_EVERY_MS = 100
const LINE_EVERY_MS = 5_000

/** A bar that draws itself over where somebody looks, else a line every five seconds. */
export class PrintedProgress implements Progress {
  readonly #write: (text: string) => void
  readonly #isTerminal: boolean
  #label = ''
  #bytes = 0
  #read = 0
  #items = 0
  #began = 0
  #shown = 0

  constructor(write: (text: string) => void, isTerminal: boolean) {
    this.#write = write
    this.#isTerminal = isTerminal
  }

  begin(label: string, bytes: number): void {
    this.#label = label
    this.#bytes = bytes
    this.#read = 0
    this.#items = 0
    this.#began = performance.now()
    this.#shown = this.#isTerminal ? 0 : this.#began
  }

  at(bytes: number): void {
    this.#read = bytes
    this.#show()
  }

  items(count: number): void {
    this.#items += count
    this.#show()
  }

  end(): void {
    if (this.#isTerminal) this.#write(`\r${this.#line(this.#bytes)}\n`)
  }

  #show(): void {
    const now = performance.now()
    if (now - this.#shown < (this.#isTerminal ? BAR_EVERY_MS : LINE_EVERY_MS)) return
    this.#shown = now
    this.#write(this.#isTerminal ? `\r${this.#line(this.#read)}` : `${this.#line(this.#read)}\n`)
  }

  #line(read: number): string {
    const part = this.#bytes ? Math.min(1, read / this.#bytes) : 1
    const full = Math.round(part * BAR_WIDTH)
    const bar = this.#isTerminal ? `[${'#'.repeat(full)}${' '.repeat(BAR_WIDTH - full)}] ` : ''
    const seconds = (performance.now() - this.#began) / 1000
    const rate = seconds > 0.2 ? `, ${Math.round(this.#items / seconds).toLocaleString('en')}/s` : ''
    const percent = `${Math.floor(part * 100)}`.padStart(3)
    return `${this.#label.padEnd(8)} ${bar}${percent} %, ${this.#items.toLocaleString('en')} items${rate}`
  }
}
