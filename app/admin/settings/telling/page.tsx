import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { TellingPage } from '@/components/admin/telling/telling-page'
import { admit } from '@/lib/auth/newsroom-start'
import { env } from '@/lib/env'
import { getSiteFacts } from '@/lib/site/facts'
import { listTold } from '@/lib/telling/admin-queries'

export const dynamic = 'force-dynamic'

/** Whom the site tells of its articles, and from whom it hears. */
export default async function Page() {
  const page = await admit('settings.telling')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const [{ telling }, told] = await Promise.all([getSiteFacts(db), listTold(db, session.viewer)])
  return <TellingPage frame={frame} settings={telling} told={told} siteUrl={env().siteUrl} state={form} />
}
