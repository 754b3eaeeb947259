/** What a trial measured, beside its limit. */
export type Figure = { what: string; measured: string; limit: string; isKept: boolean }
/** Why a trial could not be made here. */
export type NotRun = { notRun: string }
export type Trial = () => Promise<Figure[] | NotRun>

/** At most `limit` of something; `measured` may say more of it than its number. */
export function atMost(what: string, value: number, limit: number, unit: string, measured = shown(value)): Figure {
  return { what, measured: `${measured} ${unit}`, limit: `≤ ${limit}`, isKept: value <= limit }
}

export function atLeast(what: string, value: number, limit: number, unit: string): Figure {
  return { what, measured: `${shown(value)} ${unit}`, limit: `≥ ${limit}`, isKept: value >= limit }
}

/** Every one of so many. */
export function all(what: string, count: number, of: number): Figure {
  return { what, measured: `${count} of ${of}`, limit: `${of} of ${of}`, isKept: count === of && of > 0 }
}

export function none(what: string, count: number, of: string): Figure {
  return { what, measured: `${count} of ${of}`, limit: '0', isKept: count === 0 }
}

export const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const shown = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1))
