import { ArchivePage } from '@/components/archive/archive-page'
import { tagKey } from '@/lib/archives/keys'
import { partPagedAddress } from '@/lib/archives/page-address'
import { getArchivePage } from '@/lib/archives/queries'
import { decodeSegment, tagPath } from '@/lib/articles/paths'
import { drawnOnce } from '@/lib/draw-once'
import { movedTo } from '@/lib/http/moved'
import { beginPage } from '@/lib/site/page-frame'
import { getTag } from '@/lib/taxonomy/queries'
import { MovedArchive } from '../../moved-archive'
import { NotFound } from '../../not-found-answer'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ path: string[] }> }

export default drawnOnce(async ({ params }: Props) => {
  const start = await beginPage()
  const { db, facts, now, frame } = start
  const address = partPagedAddress((await params).path.map(decodeSegment))
  const [slug, ...more] = address?.base ?? []
  const tag = slug !== undefined && !more.length ? await getTag(db, slug) : null
  if (!address || !tag) return <MovedArchive start={start} kind="tag" address={address} />
  const href = (page: number) => tagPath(tag.slug, page)
  if (movedTo(href(address.page))) return null
  const archive = await getArchivePage(db, tagKey(tag.id), address.page, facts, now)
  if (!archive) return <NotFound start={start} />
  const { words } = frame()
  return (
    <ArchivePage
      frame={frame()}
      title={tag.name}
      crumb={words.tagArchive(tag.name)}
      description={tag.description || words.articlesOf(tag.name)}
      header={tag.description ? <p className="dek">{tag.description}</p> : null}
      archive={archive}
      href={href}
    />
  )
})
