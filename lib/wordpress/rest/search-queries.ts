import { displayText } from '@/lib/articles/display-text'
import { encodePath } from '@/lib/articles/paths'
import { dependsOn } from '@/lib/page-context'
import { findArticles } from '@/lib/search/queries'
import { parseQuery } from '@/lib/search/query'
import type { FileStart } from '@/lib/site/page-frame'
import { listArchived } from './archive-queries'
import { link } from './links'
import { sourcedNumber } from './numbers'
import type { Asked } from './parameters'
import { type Chosen, spanOf } from './sifting'

const MOST_FOUND = 500
const SUBTYPES = { post: 'ARTICLE', page: 'PAGE' } as const

/** What is found for words, best first; without words the newest articles. */
export async function searchPosts(start: FileStart, asked: Asked) {
  const { db, facts, siteUrl } = start
  dependsOn('search')
  const { ids, total } = await chooseFound(start, asked)
  const rows = await db.article.findMany({
    where: { id: { in: ids } },
    select: { id: true, kind: true, status: true, path: true, headline: true, sourceSite: true, sourceId: true },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const page = ids.flatMap((id) => {
    const row = byId.get(id)
    if (row?.status !== 'PUBLISHED') return []
    const number = sourcedNumber(row, facts.numberedSite)
    const [base, subtype] = row.kind === 'PAGE' ? ['pages', 'page'] : ['posts', 'post']
    return [
      {
        id: number,
        title: displayText(row.headline, row.sourceSite),
        url: siteUrl + encodePath(row.path),
        type: 'post',
        subtype,
        _links: {
          self: link(siteUrl, `${base}/${number}`, { embeddable: true }),
          about: link(siteUrl, `types/${subtype}`),
          collection: link(siteUrl, 'search'),
        },
      },
    ]
  })
  return { page, total }
}

async function chooseFound(start: FileStart, asked: Asked): Promise<Chosen> {
  const { db } = start
  const span = spanOf(asked)
  const words = asked.text('search')?.trim()
  if (!words) return listArchived(start, { others: [] }, span, false)
  const subtypes = asked.words('subtype')?.filter((name) => name !== 'any') ?? []
  const query = parseQuery(words)
  if (!subtypes.length) {
    const { articleIds, total } = await findArticles(db, query, span.skip, span.take)
    return { ids: articleIds, total }
  }
  const { articleIds } = await findArticles(db, query, 0, MOST_FOUND)
  const rows = await db.article.findMany({ where: { id: { in: articleIds } }, select: { id: true, kind: true } })
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]))
  const shown = articleIds.filter((id) => subtypes.some((name) => kinds.get(id) === kindOf(name)))
  return { ids: shown.slice(span.skip, span.skip + span.take), total: shown.length }
}

const kindOf = (subtype: string) => (subtype === 'page' || subtype === 'post' ? SUBTYPES[subtype] : null)
