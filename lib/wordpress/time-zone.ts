import { zoneOffset } from '@/lib/calendar/days'

/** The same moment as the site's clocks showed it (milliseconds as if that were UTC) and in UTC. */
export type ClockPair = { local: number; utc: number }

export type ZoneGuess = {
  zone: string
  /** Of `pairs`, how many this zone explains. */
  fitting: number
  pairs: number
}

/** Enough to tell zones apart whose clocks change on other days, few enough to try every zone there is. */
const MAX_PAIRS = 500
const SCORED_PAIRS = 40

/** Keeps at most 500 pairs, evenly spaced over all that were added. */
export class ClockSamples {
  #kept: ClockPair[] = []
  #stride = 1
  #seen = 0

  add(pair: ClockPair): void {
    if (this.#seen++ % this.#stride !== 0) return
    this.#kept.push(pair)
    if (this.#kept.length < MAX_PAIRS) return
    this.#kept = this.#kept.filter((_, i) => i % 2 === 0)
    this.#stride *= 2
  }

  get pairs(): readonly ClockPair[] {
    return this.#kept
  }
}

/**
 * The time zone in which all pairs are true, or the most; an export does not name it. Of several the one that people of
 * the language, "fa-IR", most likely live in.
 */
export function guessTimeZone(pairs: readonly ClockPair[], language: string): ZoneGuess {
  const all = { fitting: pairs.length, pairs: pairs.length }
  if (pairs.every(({ local, utc }) => local === utc)) return { zone: 'UTC', ...all }
  const candidates = new Set([...likelyZones(language), ...WELL_KNOWN, ...Intl.supportedValuesOf('timeZone')])
  for (const zone of candidates) if (pairs.every((pair) => fits(zone, pair))) return { zone, ...all }
  const step = Math.ceil(pairs.length / SCORED_PAIRS)
  const some = pairs.filter((_, i) => i % step === 0)
  const score = (zone: string, among: readonly ClockPair[]) => among.filter((pair) => fits(zone, pair)).length
  let best = { zone: 'UTC', score: score('UTC', some) }
  for (const zone of candidates) {
    const next = score(zone, some)
    if (next > best.score) best = { zone, score: next }
  }
  return { zone: best.zone, fitting: score(best.zone, pairs), pairs: pairs.length }
}

function fits(zone: string, { local, utc }: ClockPair): boolean {
  return zoneOffset(zone, new Date(utc)) === local - utc
}

// Of zones that agree, the city that most sites name.
const WELL_KNOWN = (
  'Europe/London Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Athens Europe/Istanbul ' +
  'Europe/Moscow Europe/Kyiv Europe/Lisbon America/New_York America/Chicago America/Denver America/Los_Angeles ' +
  'America/Toronto America/Mexico_City America/Bogota America/Sao_Paulo America/Argentina/Buenos_Aires ' +
  'America/Puerto_Rico America/Halifax America/Phoenix America/Anchorage America/Santiago America/St_Johns ' +
  'Africa/Cairo Africa/Lagos Africa/Johannesburg Africa/Nairobi Africa/Casablanca Asia/Riyadh Asia/Baghdad ' +
  'Asia/Tehran Asia/Dubai Asia/Kabul Asia/Karachi Asia/Kolkata Asia/Kathmandu Asia/Dhaka Asia/Jakarta Asia/Bangkok ' +
  'Asia/Shanghai Asia/Manila Asia/Tokyo Asia/Seoul Asia/Tashkent Asia/Yangon Asia/Ho_Chi_Minh Asia/Jerusalem ' +
  'Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Darwin Pacific/Auckland Pacific/Honolulu'
).split(' ')

/** Languages of several countries, the most readers first; for all others their own country is asked for. */
const BY_LANGUAGE = new Map([
  [
    'ar',
    'Asia/Riyadh Africa/Cairo Asia/Baghdad Asia/Dubai Asia/Amman Asia/Beirut Asia/Damascus Asia/Kuwait Asia/Qatar Asia/Hebron Africa/Khartoum Africa/Tripoli Africa/Tunis Africa/Algiers Africa/Casablanca',
  ],
  [
    'en',
    'America/New_York America/Chicago America/Los_Angeles America/Denver Europe/London Australia/Sydney America/Toronto Asia/Kolkata',
  ],
  ['es', 'Europe/Madrid America/Mexico_City America/Bogota America/Argentina/Buenos_Aires'],
  ['fa', 'Asia/Tehran Asia/Kabul'],
  ['fr', 'Europe/Paris America/Toronto Africa/Tunis Africa/Dakar'],
  ['pt', 'America/Sao_Paulo Europe/Lisbon'],
])

function likelyZones(language: string): string[] {
  const [name = ''] = language.toLowerCase().split(/[-_]/)
  const country = zonesOfCountry(language)
  const ofLanguage = BY_LANGUAGE.get(name)?.split(' ') ?? []
  const preferred = new Set([...ofLanguage, ...WELL_KNOWN])
  // "fr-CA" means Canada's zones first; a bare "ar" means no country at all.
  const named = /[-_][a-z]{2}$/i.test(language) || !ofLanguage.length
  const known = named ? country.filter((zone) => preferred.has(zone)) : []
  return [...known, ...(named ? country : []), ...ofLanguage]
}

/** Node's tables list some cities by a name that nobody uses any more. */
const RENAMED = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Godthab', 'America/Nuuk'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
])

function zonesOfCountry(language: string): readonly string[] {
  try {
    const locale = new Intl.Locale(language.replaceAll('_', '-')).maximize() as Intl.Locale & {
      timeZones?: string[]
      getTimeZones?(): string[]
    }
    // A method in later versions of the standard, a property in Node 20.
    return (locale.getTimeZones?.() ?? locale.timeZones ?? []).map((zone) => RENAMED.get(zone) ?? zone)
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}
