import type { Page, Response } from '@playwright/test'
import { refuseReply, sql } from './site'

export type Template = {
  name: string
  open: (page: Page) => Promise<Response>
  status: number
  locale: string
  /** False: no address for search engines to keep, so neither description nor canonical. */
  indexed: boolean
}

/** The article whose day, month and year have archives for certain. */
const BOAT = '/the-last-boat/'
const BROKEN = '/ethics/'

/** Every kind of page that a reader can see, once; articles in each language. */
export const templates: Template[] = [
  template('front', '/'),
  template('article with comments and the form', BOAT),
  template('article with 600 words and 20 comments', '/oyster-beds-reopen/'),
  template('article with closed comments', '/a-week-at-the-furnace-mouth/'),
  template('article, page 2', '/inside-the-cannery/2/'),
  template('article in Arabic', '/عبارة-منتصف-الليل/', { locale: 'ar' }),
  template('article in Persian', '/کتابی-که-پنجاه‌ودو-سال-دیر-برگشت/', { locale: 'fa' }),
  template('refused reply', async (page) => refuseReply(page, BOAT), { status: 422 }),
  template('category', '/category/harbour/'),
  template('nested category', '/category/harbour/ferries/'),
  template('category in Arabic', '/category/ar/', { locale: 'ar' }),
  template('tag', '/tag/ferries/'),
  template('author', '/author/maren-oldacre/'),
  template('author in Persian', '/author/mahtab-raushan/', { locale: 'fa' }),
  template('all', '/all/'),
  template('all, page 2', '/all/page/2/'),
  template('year', () => dayPath(4)),
  template('month', () => dayPath(6)),
  template('day', () => dayPath(8)),
  template('search', '/search/?q=ferry', { indexed: false }),
  template('search without results', '/search/?q=xylophonist', { indexed: false }),
  template('standing page', '/about/'),
  template('corrections', '/corrections/'),
  template('report of an error', () => reportPath('/the-last-boat/'), { indexed: false }),
  template('report of an error in Arabic', () => reportPath('/عبارة-منتصف-الليل/'), { locale: 'ar', indexed: false }),
  template('404', '/no-such-thing/', { status: 404, indexed: false }),
  template('error', openBroken, { status: 500, indexed: false }),
]

type Opening = string | (() => string) | ((page: Page) => Promise<Response>)

function template(name: string, opening: Opening, over: Partial<Template> = {}): Template {
  const open = async (page: Page): Promise<Response> => {
    const opened = typeof opening === 'string' ? opening : await opening(page)
    if (typeof opened !== 'string') return opened
    const response = await page.goto(opened)
    if (!response) throw new Error(`${opened} was not answered`)
    return response
  }
  return { name, open, status: 200, locale: 'en', indexed: true, ...over }
}

/** Where readers say what is wrong in an article. */
export function reportPath(path: string): string {
  const [row] = sql<{ id: number }>('SELECT id FROM Article WHERE path = ?', path)
  return `/report-an-error/${row?.id}/`
}

/** "/2026/", "/2026/11/" or "/2026/11/22/" of the boat's day. */
export function dayPath(digits: 4 | 6 | 8): string {
  const [row] = sql<{ publishedDay: number }>('SELECT publishedDay FROM Article WHERE path = ?', BOAT)
  const day = String(row?.publishedDay).slice(0, digits)
  return `/${[day.slice(0, 4), day.slice(4, 6), day.slice(6)].filter(Boolean).join('/')}/`
}

/**
 * A page that cannot be drawn: what it keeps of its picture is no JSON. Asked for as the writer of a held comment would,
 * because everybody else gets the last good page. Mended at once, for the lists that name it.
 */
async function openBroken(page: Page): Promise<Response> {
  sql(`UPDATE Article SET leadImage = '{' WHERE path = ?`, BROKEN)
  try {
    const response = await page.goto(`${BROKEN}?unapproved=1`)
    if (!response) throw new Error(`${BROKEN} was not answered`)
    return response
  } finally {
    sql('UPDATE Article SET leadImage = NULL WHERE path = ?', BROKEN)
  }
}
