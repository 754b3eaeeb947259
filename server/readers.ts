import { createHmac } from 'node:crypto'
import { note, REGISTERS } from '@/lib/counting/registers'

/**
 * How many different readers came on a day: of each the keyed hash of address and browser goes into registers from which
 * nobody can be read. The key is random, one for all processes, and is forgotten when its day is over.
 */
export class Readers {
  readonly day: number
  /** Empty once the day is over. */
  readonly #salt: Buffer
  readonly registers = new Uint8Array(REGISTERS)
  /** True where something was noted since it was last said to be written. */
  changed = false

  constructor(day: number, salt: Buffer) {
    this.day = day
    this.#salt = salt
  }

  add(address: string, userAgent: string): void {
    const hash = createHmac('sha256', this.#salt).update(`${address}\n${userAgent}`).digest()
    if (note(this.registers, hash)) this.changed = true
  }

  /** The day is over: nobody can be added or looked for any more. */
  end(): void {
    this.#salt.fill(0)
  }
}
