const MAX_CHARACTERS = 1_000_000
const MAX_DEPTH = 32

/** What a member that cannot be read is cut short with; caught where reading began. */
class Unreadable extends Error {}

/**
 * A value that PHP serialised, as WordPress keeps it in metadata: null, booleans, numbers, strings and arrays of them.
 *
 * Arrays with keys 0, 1, 2 … become arrays, others objects without a prototype (a key may be "__proto__"). Objects,
 * references and enumerations are read past and become undefined: nothing of them is ever made. Lengths count bytes of
 * UTF-8, as PHP does. Undefined for anything else: broken, deeper than 32, longer than a million characters.
 */
export function parseSerialised(text: string): unknown {
  if (text.length > MAX_CHARACTERS) return undefined
  const reader = new Reader(new TextEncoder().encode(text.trim()))
  try {
    const value = reader.value(0)
    return reader.atEnd() ? value : undefined
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

class Reader {
  private at = 0
  private readonly decoder = new TextDecoder()

  constructor(private readonly bytes: Uint8Array) {}

  atEnd(): boolean {
    return this.at === this.bytes.length
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new Unreadable()
    const kind = this.take(1)
    if (kind === 'N') return this.expect(';', null)
    this.expect(':')
    switch (kind) {
      case 'b':
        return this.until(';') === '1'
      case 'i':
      case 'd':
        return this.number(this.until(';'))
      case 's':
        return this.string(';')
      case 'a':
        return this.array(depth)
      case 'O':
        this.string(':')
        this.array(depth)
        return undefined
      case 'C':
        this.string(':')
        this.take(this.length())
        return this.expect('}')
      case 'E':
        this.string(';')
        return undefined
      case 'r':
      case 'R':
        this.until(';')
        return undefined
      default:
        throw new Unreadable()
    }
  }

  private array(depth: number): unknown {
    const count = this.length()
    const entries: [string | number, unknown][] = []
    for (let index = 0; index < count; index++) {
      const key = this.value(depth + 1)
      if (typeof key !== 'string' && typeof key !== 'number') throw new Unreadable()
      entries.push([key, this.value(depth + 1)])
    }
    this.expect('}')
    if (entries.every(([key], index) => key === index)) return entries.map(([, value]) => value)
    const object: Record<string, unknown> = Object.create(null)
    for (const [key, value] of entries) object[key] = value
    return object
  }

  /** `LENGTH:{`: of an array's entries, or of a custom object's bytes. */
  private length(): number {
    const length = this.wholeNumber(this.until(':'))
    return this.expect('{', length)
  }

  private string(end: string): string {
    const length = this.wholeNumber(this.until(':'))
    this.expect('"')
    const value = this.take(length)
    this.expect('"')
    return this.expect(end, value)
  }

  private number(text: string): number {
    if (text === 'NAN') return Number.NaN
    if (/^-?INF$/.test(text)) return text === 'INF' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
    if (!/^[+-]?\d*\.?\d+(E[+-]?\d+)?$/i.test(text)) throw new Unreadable()
    return Number(text)
  }

  private wholeNumber(text: string): number {
    if (!/^\d{1,9}$/.test(text)) throw new Unreadable()
    return Number(text)
  }

  private until(end: string): string {
    const found = this.bytes.indexOf(end.charCodeAt(0), this.at)
    if (found === -1 || found - this.at > 40) throw new Unreadable()
    const text = this.take(found - this.at)
    return this.expect(end, text)
  }

  private take(length: number): string {
    const end = this.at + length
    if (end > this.bytes.length) throw new Unreadable()
    const text = this.decoder.decode(this.bytes.subarray(this.at, end))
    this.at = end
    return text
  }

  private expect<Value>(text: string, value?: Value): Value {
    if (this.take(text.length) !== text) throw new Unreadable()
    return value as Value
  }
}
