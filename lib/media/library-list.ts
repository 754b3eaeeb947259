import type { Day } from '@/lib/calendar/days'
import { LICENCES, type Licence } from './licences'

/** What needs to be done in the library, by its name in the address. */
export const LIBRARY_VIEWS = ['all', 'noAlt', 'noCredit', 'ends', 'unused'] as const
export type LibraryView = (typeof LIBRARY_VIEWS)[number]
export const SHAPES = ['grid', 'list'] as const

export type LibraryList = {
  view: LibraryView
  shape: (typeof SHAPES)[number]
  words: string
  page: number
  /** "none": nobody has said. */
  licence: Licence | 'none' | null
  uploaderId: string | null
  /** 202611, as it came here. */
  month: number | null
}

type Query = Record<string, string | string[] | undefined>

const LAST_PAGE = 10_000
const LONGEST = 200

/** Nonsense in an address is the library as it begins. */
export function readLibraryList(query: Query): LibraryList {
  const text = (name: string) => {
    const value = query[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  const page = text('page')
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text('month')) ?? []
  return {
    view: LIBRARY_VIEWS.find((name) => name === text('view')) ?? 'all',
    shape: SHAPES.find((name) => name === text('shape')) ?? 'grid',
    words: text('words').toWellFormed().replaceAll('\0', '').trim().slice(0, LONGEST),
    page: /^[1-9]\d{0,8}$/.test(page) ? Math.min(Number(page), LAST_PAGE) : 1,
    licence: ([...LICENCES, 'none'] as const).find((name) => name === text('licence')) ?? null,
    uploaderId: /^[\w-]{1,64}$/.test(text('by')) ? text('by') : null,
    month: year && Number(year) > 0 ? Number(year) * 100 + Number(month) : null,
  }
}

export function libraryPath({ view, shape, words, page, licence, uploaderId, month }: Partial<LibraryList>): string {
  const query = new URLSearchParams({
    ...(view && view !== 'all' && { view }),
    ...(shape && shape !== 'grid' && { shape }),
    ...(words && { words }),
    ...(licence && { licence }),
    ...(uploaderId && { by: uploaderId }),
    ...(month && { month: monthText(month) }),
    ...(page && page > 1 && { page: String(page) }),
  })
  return `/admin/media/${query.size ? `?${query}` : ''}`
}

export const mediaPath = (id: number): string => `/admin/media/${id}/`

/** "2026-11", as a field for months has it. */
export const monthText = (month: number): string =>
  `${String(Math.floor(month / 100)).padStart(4, '0')}-${String(month % 100).padStart(2, '0')}`

/** True where not all of a view is shown. */
export const isNarrowed = ({ words, licence, uploaderId, month }: LibraryList): boolean =>
  words !== '' || licence !== null || uploaderId !== null || month !== null

/** Whoever has a picture's rights is asked again so long before they end. */
export const WARNED_DAYS = 30

/** "2026-12-31" of a field for days; null where it is empty. */
export const dayText = (day: Day | null): string =>
  day === null ? '' : `${monthText(Math.floor(day / 100))}-${String(day % 100).padStart(2, '0')}`

export type Rights = 'open' | 'endSoon' | 'ended'

/** `today` and what lies `WARNED_DAYS` ahead of it, both in the site's zone. */
export function rightsOf(rightsUntil: Day | null, today: Day, warned: Day): Rights {
  if (rightsUntil === null || rightsUntil > warned) return 'open'
  return rightsUntil < today ? 'ended' : 'endSoon'
}
