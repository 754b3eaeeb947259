import { answerWith } from '@/lib/answer-with'
import { type Database, database } from '@/lib/db'
import { listCounts } from '@/lib/desk/admin-queries'
import { env } from '@/lib/env'
import { adminWordsFor } from '@/lib/i18n/admin-words'
import { directionOf } from '@/lib/i18n/locale'
import { pageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { cookieRules } from './cookie-rules'
import type { FormState } from './form-state'
import type { NewsroomFrame } from './frame'
import { loginPath } from './next-path'
import { type Act, asksAgain, may } from './permissions'
import { type CurrentSession, readNonce, readSession } from './session'

export type NewsroomStart = {
  db: Database
  now: Date
  frame: NewsroomFrame
  session: CurrentSession | null
  /** What came of the form that this page answers. */
  form: FormState | undefined
}

/** What every page of the newsroom and its front door begins with. */
export async function beginNewsroom(): Promise<NewsroomStart> {
  const db = await database()
  const now = new Date()
  const [facts, session] = await Promise.all([getSiteFacts(db), readSession(db, now)])
  const viewer = session?.viewer ?? null
  const locale = session?.viewer.locale ?? facts.site.locale
  const frame: NewsroomFrame = {
    siteName: facts.site.name,
    ...spoken(locale),
    zone: facts.site.timeZone,
    now,
    insecure: !cookieRules(env().siteUrl).secure,
    viewer,
    nonce: await readNonce(),
    mail: env().mail !== null,
    counts: viewer ? await listCounts(db, viewer) : { commentsWaiting: 0, reportsOpen: 0 },
  }
  return { db, now, frame, session, form: pageContext()?.form }
}

const spoken = (locale: string) => ({ locale, dir: directionOf(locale), words: adminWordsFor(locale) })

/** The same page for somebody whose language is known before they are signed in. */
export const spokenIn = (frame: NewsroomFrame, locale: string): NewsroomFrame => ({ ...frame, ...spoken(locale) })

export type Admitted = NewsroomStart & { session: CurrentSession }

/**
 * The start of a page behind the front door. Whoever is not signed in is led there and back; whoever may not see it gets
 * `forbidden`, and who must say again who they are is asked. The page draws nothing then: null.
 */
export async function admit(act: Act): Promise<Admitted | { forbidden: NewsroomStart } | null> {
  const start = await beginNewsroom()
  const { session, now } = start
  const here = pageContext()?.url ?? '/admin/'
  if (!session) {
    answerWith(303, loginPath(here))
    return null
  }
  if (!may(session.viewer, act, 'own')) {
    answerWith(403)
    return { forbidden: start }
  }
  if (asksAgain(act, session.confirmedAt, now)) {
    answerWith(303, `/admin/confirm/?next=${encodeURIComponent(here)}`)
    return null
  }
  return { ...start, session }
}
