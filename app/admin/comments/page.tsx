import { CommentsPage } from '@/components/admin/comments/comments-page'
import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { admit } from '@/lib/auth/newsroom-start'
import { countQueues, getCase, listQueue } from '@/lib/comments/admin-queries'
import { type DeskQuery, readDeskView } from '@/lib/comments/desk-view'
import { getSiteFacts } from '@/lib/site/facts'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<DeskQuery> }

export default async function Page({ searchParams }: Props) {
  const page = await admit('comments.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const query = await searchParams
  const view = readDeskView(query)
  const [queue, counts, facts] = await Promise.all([
    listQueue(db, session.viewer, view),
    countQueues(db, session.viewer),
    getSiteFacts(db),
  ])
  const id = view.id ?? queue.comments[0]?.id ?? null
  const open = id === null ? null : await getCase(db, session.viewer, id, new Date())
  return (
    <CommentsPage
      frame={frame}
      view={view}
      queue={queue}
      counts={counts}
      open={open}
      holdLinks={facts.comments.holdLinks}
      state={form}
      query={query}
    />
  )
}
