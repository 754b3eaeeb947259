import type { AgentKind, Device } from './agents'
import type { SourceKind } from './sources'

/** Of which time figures are shown. */
export const SPANS = ['now', 'today', 'month'] as const
export type Span = (typeof SPANS)[number]

/** Each list of the page, as its file is named too. */
export const LISTS = [
  ...(['time', 'articles', 'authors', 'categories', 'sources', 'hosts'] as const),
  ...(['devices', 'agents', 'bots', 'searches', 'searchless'] as const),
] as const
export type FigureList = (typeof LISTS)[number]

/** A minute since 1970, an hour of the day, or a day, by the span; of a day also about how many readers it had. */
export type Point = { at: number; views: number; readers?: number }
export type Line = { name: string; views: number; href?: string }
export type CodeLine<Code extends string = string> = { code: Code; views: number }

export type Figures = {
  span: Span
  views: number
  /** How many different readers today had, about. Null of other times: who came on two days cannot be told. */
  readers: number | null
  series: Point[]
  articles: Line[]
  authors: Line[]
  categories: Line[]
  sources: CodeLine<SourceKind>[]
  hosts: Line[]
  devices: CodeLine<Device>[]
  agents: CodeLine<AgentKind>[]
  bots: Line[]
  searches: Line[]
  searchless: Line[]
  /** When the articles of a month were added up. */
  rankedAt: Date | null
}

export const readSpan = (said: string | null | undefined): Span => SPANS.find((span) => span === said) ?? 'today'
export const readList = (said: string | null): FigureList | null => LISTS.find((list) => list === said) ?? null

export const analyticsPath = (span: Span): string =>
  span === 'today' ? '/admin/analytics/' : `/admin/analytics/?span=${span}`
export const exportPath = (span: Span, list: FigureList): string => `/admin/analytics/export/?span=${span}&list=${list}`
