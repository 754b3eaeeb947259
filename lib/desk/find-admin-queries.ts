import type { ArticleStatus } from '@/generated/sqlite/enums'
import { ownedBy } from '@/lib/articles/admin-queries'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { normalEmail } from '@/lib/people/email'
import { findListed, wantedHeadline } from '@/lib/search/admin-queries'
import { foldWord } from '@/lib/search/fold'
import { fact, oneOf } from '@/lib/search/newsroom-document'

export type Found = {
  articles: { id: number; headline: string; locale: string; status: ArticleStatus; hasChanges: boolean }[]
  comments: { id: number; authorName: string; text: string; locale: string }[]
  people: { id: string; name: string }[]
}

const SHOWN = 6
/** A newsroom with more people than this is found its first ones of. */
const MOST_PEOPLE = 2_000

/** What is called so, among what the viewer may see. At most six queries. */
export async function findAnything(db: Database, viewer: Viewer, typed: string): Promise<Found> {
  const [articles, comments, people] = await Promise.all([
    findArticles(db, viewer, typed),
    findComments(db, viewer, typed),
    findPeople(db, viewer, typed),
  ])
  return { articles, comments, people }
}

async function findArticles(db: Database, viewer: Viewer, typed: string): Promise<Found['articles']> {
  if (!may(viewer, 'articles.read', 'own')) return []
  const { wanted, unwanted } = wantedHeadline(typed)
  if (!wanted.length) return []
  const own = may(viewer, 'articles.read') ? [] : [await ownedBy(db, viewer)]
  const ids = await findListed(db, { wanted: [...wanted, oneOf(fact.kept), ...own], unwanted }, 0, SHOWN)
  const rows = await db.article.findMany({
    where: { id: { in: ids } },
    select: { id: true, headline: true, locale: true, status: true, workingCopy: { select: { version: true } } },
  })
  const byId = new Map(rows.map(({ workingCopy, ...row }) => [row.id, { ...row, hasChanges: workingCopy !== null }]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** By number or by the sender's whole e-mail address: as the comments' own page finds them. */
async function findComments(db: Database, viewer: Viewer, typed: string): Promise<Found['comments']> {
  if (!may(viewer, 'comments.read')) return []
  const number = /^#(\d{1,9})$/.exec(typed)?.[1]
  const email = /^\S+@\S+\.\S+$/.test(typed) ? normalEmail(typed) : null
  if (!number && !email) return []
  const select = { id: true, authorName: true, text: true, article: { select: { locale: true } } } as const
  const rows = email
    ? (
        await db.commentSender.findMany({
          where: { email },
          orderBy: [{ createdAt: 'desc' }, { commentId: 'desc' }],
          take: SHOWN,
          select: { comment: { select } },
        })
      ).map(({ comment }) => comment)
    : await db.comment.findMany({ where: { id: Number(number) }, select })
  return rows.map(({ article, text, ...row }) => ({ ...row, text: text.slice(0, 80), locale: article.locale }))
}

/** By the beginning of any of their names, in whatever spelling. */
async function findPeople(db: Database, viewer: Viewer, typed: string): Promise<Found['people']> {
  if (!may(viewer, 'people.read')) return []
  const begun = typed.split(/\s+/).map(foldWord).filter(Boolean)
  if (!begun.length) return []
  const rows = await db.user.findMany({
    where: { erasedAt: null },
    orderBy: { id: 'asc' },
    take: MOST_PEOPLE,
    select: { id: true, name: true },
  })
  return rows
    .filter(({ name }) => {
      const names = name.split(/\s+/).map(foldWord)
      return begun.every((part) => names.some((word) => word.startsWith(part)))
    })
    .slice(0, SHOWN)
}
