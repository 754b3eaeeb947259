import type { Prisma } from '@/generated/sqlite/client'
import { kindTag } from '@/lib/archives/keys'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'
import type { FileStart } from '@/lib/site/page-frame'
import { TAG_NAMES } from '@/lib/taxonomy/shown-tags'
import { otherTags } from './number-queries'
import type { Asked } from './parameters'
import { type Span, spanOf } from './sifting'
import { type Term, tagSelect, termOfTag } from './term-queries'

type Where = Prisma.TagWhereInput
type Part = { where: Where; orderBy: Prisma.TagOrderByWithRelationInput }

/**
 * A page of all tags with published articles, sorted and cut by the database, however many there are. Two queries; by number,
 * four at most.
 */
export async function readTagPage({ db, siteUrl }: FileStart, asked: Asked): Promise<{ page: Term[]; total: number }> {
  dependsOn(TAG_NAMES, kindTag('tag'))
  const excluded = asked.integers('exclude')
  const others: Where = excluded?.length ? { AND: otherTags(excluded) } : {}
  const way = asked.text('order') === 'desc' ? 'desc' : 'asc'
  const [total, rows] = await Promise.all([
    db.tag.count({ where: { published: { gt: 0 }, ...others } }),
    readSorted(db, asked.text('orderby') ?? 'name', others, way, spanOf(asked)),
  ])
  return { page: rows.map((row) => termOfTag(siteUrl, row)), total }
}

function readSorted(db: Database, orderby: string, others: Where, way: 'asc' | 'desc', span: Span) {
  // Asked for more than none, SQLite would go by the count instead of the order, and sort.
  const where: Where = { published: { not: 0 }, ...others }
  if (orderby === 'id') return readByNumber(db, where, way, span)
  if (orderby === 'slug') return db.tag.findMany({ where, orderBy: { slug: way }, ...span, select: tagSelect })
  if (orderby === 'count') {
    const counted: Where = { published: { gt: 0 }, ...others }
    return db.tag.findMany({ where: counted, orderBy: [{ published: way }, { id: way }], ...span, select: tagSelect })
  }
  return db.tag.findMany({ where, orderBy: [{ sortName: way }, { id: way }], ...span, select: tagSelect })
}

/** All numbers of WordPress's come before those of what was made here (numbers.ts): two lists, one after the other. */
async function readByNumber(db: Database, where: Where, way: 'asc' | 'desc', { skip, take }: Span) {
  const kept: Part = { where: { ...where, wordpressId: { not: null } }, orderBy: { wordpressId: way } }
  const own: Part = { where: { ...where, wordpressId: null }, orderBy: { id: way } }
  const [first, second] = way === 'asc' ? [kept, own] : [own, kept]
  const rows = await db.tag.findMany({ ...first, skip, take, select: tagSelect })
  if (rows.length === take) return rows
  const before = await db.tag.count({ where: { ...first.where, published: { gt: 0 } } })
  const left = { skip: Math.max(0, skip - before), take: take - rows.length }
  return [...rows, ...(await db.tag.findMany({ ...second, ...left, select: tagSelect }))]
}
