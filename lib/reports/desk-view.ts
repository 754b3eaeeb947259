import type { ReportStatus } from '@/generated/sqlite/enums'

/** The lists of reports, by the name that stands in their address. */
export const REPORT_VIEWS = { open: 'OPEN', answered: 'ANSWERED', dismissed: 'DISMISSED' } as const
export type ReportView = keyof typeof REPORT_VIEWS
export const REPORT_VIEW_NAMES = Object.keys(REPORT_VIEWS) as ReportView[]

export const reportViewOf = (status: ReportStatus): ReportView =>
  REPORT_VIEW_NAMES.find((view) => REPORT_VIEWS[view] === status) ?? 'open'

/** Which list, and which report of it. */
export type ReportDeskView = { view: ReportView; id: number | null; page: number }

const LAST_PAGE = 1_000

/** Nonsense in an address is the list as it begins. */
export function readReportView(query: Record<string, string | string[] | undefined>): ReportDeskView {
  const text = (name: string) => {
    const value = query[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  const number = (name: string) => (/^[1-9]\d{0,8}$/.test(text(name)) ? Number(text(name)) : null)
  return {
    view: REPORT_VIEW_NAMES.find((name) => name === text('view')) ?? 'open',
    id: number('id'),
    page: Math.min(number('page') ?? 1, LAST_PAGE),
  }
}

/** The address of a list, without what is as it begins. */
export function reportDeskPath({ view, id, page }: Partial<ReportDeskView>): string {
  const query = new URLSearchParams({
    ...(view && view !== 'open' && { view }),
    ...(page && page > 1 && { page: String(page) }),
    ...(id && { id: String(id) }),
  })
  return `/admin/reports/${query.size ? `?${query}` : ''}`
}
