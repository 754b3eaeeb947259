import { HistoryPage } from '@/components/admin/history-page'
import { MissingPage } from '@/components/admin/missing-page'
import { answerWith } from '@/lib/answer-with'
import { getContentNames, getEditing, getRevision, listRevisions } from '@/lib/articles/editing/admin-queries'
import { admit } from '@/lib/auth/newsroom-start'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ version?: string | string[] }> }

export default async function Page({ params, searchParams }: Props) {
  const page = await admit('articles.edit')
  if (!page || 'forbidden' in page) return null
  const { db, now, frame, session, form } = page
  const { viewer } = session
  const number = (text: unknown) => (typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)
  const id = number((await params).id)
  const editing = id === null ? null : await getEditing(viewer, db, id, now)
  if (id === null || !editing) {
    answerWith(404)
    return <MissingPage frame={frame} />
  }
  const revisions = await listRevisions(viewer, db, id)
  const chosen = number((await searchParams).version) ?? revisions[0]?.id ?? null
  const at = revisions.findIndex((revision) => revision.id === chosen)
  const [after, before] = await Promise.all(
    [revisions[at], revisions[at + 1]].map((line) => (line ? getRevision(viewer, db, id, line.id) : null)),
  )
  const names = await getContentNames(
    db,
    [after, before].flatMap((revision) => revision?.content ?? []),
  )
  return (
    <HistoryPage
      frame={frame}
      editing={editing}
      revisions={revisions}
      after={after ?? null}
      before={before ?? null}
      names={names}
      state={form}
    />
  )
}
