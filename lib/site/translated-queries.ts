import type { Database } from '@/lib/db'
import type { TranslatedPage } from './translated-pages'

type Linked = { id: number; path: string; translationOfId: number | null }

/** What readers find of these pages in other languages. No query where there are none. */
export async function listTranslatedPages(db: Database, linked: readonly Linked[]): Promise<TranslatedPage[]> {
  if (!linked.length) return []
  const originals = [...new Set(linked.map(originalOf))]
  const members = await db.article.findMany({
    where: {
      OR: [{ id: { in: originals } }, { translationOfId: { in: originals } }],
      status: 'PUBLISHED',
    },
    orderBy: { id: 'desc' },
    select: { id: true, path: true, headline: true, locale: true, translationOfId: true },
  })
  return linked.flatMap((page) =>
    members.flatMap(({ path, headline, locale, ...member }) =>
      member.id !== page.id && originalOf(member) === originalOf(page)
        ? [{ of: page.path, path, headline, locale }]
        : [],
    ),
  )
}

const originalOf = ({ id, translationOfId }: { id: number; translationOfId: number | null }): number =>
  translationOfId ?? id
