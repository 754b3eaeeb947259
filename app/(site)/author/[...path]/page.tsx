import { ArchivePage } from '@/components/archive/archive-page'
import { AuthorHeader } from '@/components/archive/author-header'
import { authorKey } from '@/lib/archives/keys'
import { partPagedAddress } from '@/lib/archives/page-address'
import { getArchivePage } from '@/lib/archives/queries'
import { authorPath, decodeSegment } from '@/lib/articles/paths'
import { plainBio } from '@/lib/authors/bio'
import { drawnOnce } from '@/lib/draw-once'
import { movedTo } from '@/lib/http/moved'
import { firstWords } from '@/lib/markup/first-words'
import { authorBySlug } from '@/lib/site/facts'
import { beginPage } from '@/lib/site/page-frame'
import { MovedArchive } from '../../moved-archive'
import { NotFound } from '../../not-found-answer'

export const dynamic = 'force-dynamic'

/** In words. */
const DESCRIBED = 30

type Props = { params: Promise<{ path: string[] }> }

export default drawnOnce(async ({ params }: Props) => {
  const start = await beginPage()
  const { db, facts, now, frame } = start
  const address = partPagedAddress((await params).path.map(decodeSegment))
  const [slug = '', ...more] = address?.base ?? []
  const author = more.length ? undefined : authorBySlug(facts, slug)
  if (!address || !author) return <MovedArchive start={start} kind="author" address={address} />
  const href = (page: number) => authorPath(author.slug, page)
  if (movedTo(href(address.page))) return null
  const archive = await getArchivePage(db, authorKey(author.id), address.page, facts, now)
  if (!archive) return <NotFound start={start} />
  const pageFrame = frame(author.locale ?? undefined)
  const { words } = pageFrame
  return (
    <ArchivePage
      frame={pageFrame}
      title={author.name}
      crumb={words.authorArchive(author.name)}
      description={firstWords(plainBio(author.bio), DESCRIBED) || words.articlesOf(author.name)}
      header={<AuthorHeader frame={pageFrame} author={author} />}
      archive={archive}
      href={href}
      byline={false}
      author={author}
    />
  )
})
