import { instantOf } from '@/lib/calendar/days'
import { type Fault, type Refusal, refuse, refuseParameters } from './refusal'

/** How WordPress reads a parameter. */
export type Kind =
  | { type: 'integer'; min?: number; max?: number; default?: number }
  | { type: 'choice'; of: readonly string[]; default?: string }
  | { type: 'integers' | 'words'; default?: undefined }
  | { type: 'boolean' | 'date' | 'text'; default?: undefined }
export type Spec = Readonly<Record<string, Kind>>

/** A list with its own name: "include[]=1", "include[3]=1", "include=1,2". */
export const bareName = (name: string): string => name.replace(/\[\d*\]$/, '')

/** What was asked for, read as its kind says; what was not is not there. */
export class Asked {
  readonly #values: ReadonlyMap<string, unknown>

  constructor(values: ReadonlyMap<string, unknown>) {
    this.#values = values
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  integer(name: string): number | undefined {
    return this.#values.get(name) as number | undefined
  }

  text(name: string): string | undefined {
    return this.#values.get(name) as string | undefined
  }

  integers(name: string): number[] | undefined {
    return this.#values.get(name) as number[] | undefined
  }

  words(name: string): string[] | undefined {
    return this.#values.get(name) as string[] | undefined
  }

  boolean(name: string): boolean | undefined {
    return this.#values.get(name) as boolean | undefined
  }

  date(name: string): Date | undefined {
    return this.#values.get(name) as Date | undefined
  }
}

/** Reads the parameters of a route; a name that it has not is passed over, as WordPress does. `zone` is the site's. */
export function readParameters(spec: Spec, query: URLSearchParams, zone: string): Asked | Refusal {
  const given = new Map<string, string[]>()
  for (const [name, value] of query) {
    const bare = bareName(name)
    given.set(bare, [...(bare === name ? [] : (given.get(bare) ?? [])), value])
  }
  const values = new Map<string, unknown>()
  const faults: Record<string, Fault> = {}
  for (const [name, kind] of Object.entries(spec)) {
    const said = given.get(name)
    if (said === undefined) {
      if (kind.default !== undefined) values.set(name, kind.default)
      continue
    }
    const read = readValue(name, kind, said, zone)
    if ('fault' in read) faults[name] = read.fault
    else values.set(name, read.value)
  }
  return Object.keys(faults).length ? refuseParameters(faults) : new Asked(values)
}

type Read = { value: unknown } | { fault: Fault }

const fault = (code: string, message: string): Read => ({ fault: { code, message } })
const wrongType = (name: string, type: string) => fault('rest_invalid_type', `${name} is not of type ${type}.`)

function readValue(name: string, kind: Kind, said: string[], zone: string): Read {
  const text = said.at(-1) ?? ''
  // No text has it, and PostgreSQL cannot even be asked.
  if (said.some((part) => part.includes('\0'))) return fault('rest_invalid_param', `${name} is not valid.`)
  switch (kind.type) {
    case 'integer':
      return readInteger(name, kind, text)
    case 'choice':
      if (kind.of.includes(text)) return { value: text }
      return fault('rest_not_in_enum', `${name} is not one of ${sentence(kind.of)}.`)
    case 'boolean':
      if (/^(?:1|true)$/i.test(text)) return { value: true }
      return /^(?:0|false|)$/i.test(text) ? { value: false } : wrongType(name, 'boolean')
    case 'text':
      return { value: text }
    case 'date': {
      const moment = readDate(text, zone)
      return moment ? { value: moment } : fault('rest_invalid_date', 'Invalid date.')
    }
    case 'words':
      return { value: listOf(said) }
    case 'integers': {
      const list = listOf(said)
      const wrong = list.findIndex((part) => !INTEGER.test(part))
      if (wrong >= 0) return wrongType(`${name}[${wrong}]`, 'integer')
      return { value: [...new Set(list.map(Number))] }
    }
  }
}

const INTEGER = /^-?\d{1,15}$/

/** WordPress parts lists at commas and spaces. */
const listOf = (said: string[]): string[] => said.flatMap((part) => part.split(/[\s,]+/)).filter(Boolean)

function readInteger(name: string, { min, max }: { min?: number; max?: number }, text: string): Read {
  if (!INTEGER.test(text)) return wrongType(name, 'integer')
  const value = Number(text)
  const outside = (message: string) => fault('rest_out_of_bounds', `${name} must be ${message}`)
  if (min !== undefined && max !== undefined && (value < min || value > max))
    return outside(`between ${min} (inclusive) and ${max} (inclusive)`)
  if (min !== undefined && value < min) return outside(`greater than or equal to ${min}`)
  return { value }
}

/** "a, b, and c" */
const sentence = (words: readonly string[]): string =>
  words.length < 3 ? words.join(' and ') : `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i

/** Without a zone it is said in the site's. */
function readDate(text: string, zone: string): Date | null {
  const match = DATE.exec(text.replace(/ (?=\d\d:?\d\d$)/, '+'))
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const offset = match[7]
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59 || year < 1) return null
  if (!offset) return instantOf(zone, year, month, day, hour, minute, second)
  const [hours = 0, minutes = 0] = (/(\d\d):?(\d\d)/.exec(offset) ?? []).slice(1).map(Number)
  const ahead = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - ahead)
}

/** What WordPress can sift by and this site cannot: said so, because everything would be no answer. */
export function refuseUnanswered(names: readonly string[], query: URLSearchParams): Refusal | null {
  const asked = names.filter((name) => [...query.keys()].some((given) => bareName(given) === name))
  if (!asked.length) return null
  return refuseParameters(
    Object.fromEntries(
      asked.map((name) => [name, { code: 'rest_invalid_param', message: `${name} is not answered by this site.` }]),
    ),
  )
}

export const refuseContext = (): Refusal =>
  refuse(401, 'rest_forbidden_context', 'Sorry, you are not allowed to edit items of this type.')
