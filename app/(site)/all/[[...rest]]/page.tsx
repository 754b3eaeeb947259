import { ArchivePage } from '@/components/archive/archive-page'
import { ALL } from '@/lib/archives/keys'
import { partPagedAddress } from '@/lib/archives/page-address'
import { getArchivePage } from '@/lib/archives/queries'
import { allPath } from '@/lib/articles/paths'
import { drawnOnce } from '@/lib/draw-once'
import { movedTo } from '@/lib/http/moved'
import { beginPage } from '@/lib/site/page-frame'
import { NotFound } from '../../not-found-answer'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ rest?: string[] }> }

/** Everything that was published, newest first. */
export default drawnOnce(async ({ params }: Props) => {
  const start = await beginPage()
  const address = partPagedAddress((await params).rest ?? [])
  if (!address || address.base.length) return <NotFound start={start} />
  if (movedTo(allPath(address.page))) return null
  const { db, facts, now, frame } = start
  const archive = await getArchivePage(db, ALL, address.page, facts, now)
  if (!archive) return <NotFound start={start} />
  const { words } = frame()
  return (
    <ArchivePage
      frame={frame()}
      title={words.allArticles}
      crumb={words.all}
      description={words.articlesOf(facts.site.name)}
      archive={archive}
      href={allPath}
    />
  )
})
