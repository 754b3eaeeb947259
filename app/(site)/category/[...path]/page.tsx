import { ArchivePage } from '@/components/archive/archive-page'
import { CategoryHeader } from '@/components/archive/category-header'
import { categoryKey } from '@/lib/archives/keys'
import { partPagedAddress } from '@/lib/archives/page-address'
import { getArchivePage } from '@/lib/archives/queries'
import { categoryPath, decodeSegment } from '@/lib/articles/paths'
import { drawnOnce } from '@/lib/draw-once'
import { movedTo } from '@/lib/http/moved'
import { beginPage } from '@/lib/site/page-frame'
import { MovedArchive } from '../../moved-archive'
import { NotFound } from '../../not-found-answer'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ path: string[] }> }

/** A category with all below it, in the category's own language. */
export default drawnOnce(async ({ params }: Props) => {
  const start = await beginPage()
  const { db, facts, now, frame } = start
  const address = partPagedAddress((await params).path.map(decodeSegment))
  const category = address && facts.categories.find(address.base.join('/'))
  if (!category) return <MovedArchive start={start} kind="category" address={address} />
  const href = (page: number) => categoryPath(category.path, page)
  if (movedTo(href(address.page))) return null
  const archive = await getArchivePage(db, categoryKey(category.id), address.page, facts, now)
  if (!archive) return <NotFound start={start} />
  const chain = facts.categories.chain(category.id)
  const language = chain.findLast(({ locale }) => locale !== null)?.locale ?? undefined
  const pageFrame = frame(language)
  return (
    <ArchivePage
      frame={pageFrame}
      title={category.name}
      above={chain.slice(0, -1).map(({ name, path }) => ({ name, href: categoryPath(path) }))}
      description={category.description || pageFrame.words.articlesOf(category.name)}
      header={<CategoryHeader frame={pageFrame} category={category} />}
      archive={archive}
      href={href}
      currentCategoryId={category.id}
    />
  )
})
