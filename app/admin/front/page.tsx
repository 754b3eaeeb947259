import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { FrontDeskPage } from '@/components/admin/front/front-desk-page'
import { readArticleList } from '@/lib/articles/list-view'
import { admit } from '@/lib/auth/newsroom-start'
import { getFrontDesk } from '@/lib/front/admin-queries'
import { getSiteFacts } from '@/lib/site/facts'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const page = await admit('front.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const { words } = readArticleList({ words: (await searchParams).q })
  const desk = await getFrontDesk(db, session.viewer, await getSiteFacts(db), words)
  return desk && <FrontDeskPage frame={frame} desk={desk} typed={words} state={form} />
}
