import type { Viewer } from '@/lib/auth/permissions'
import { type DiscussionPage, getDiscussionPage } from '@/lib/comments/queries'
import type { Database } from '@/lib/db'
import type { SiteFacts } from '@/lib/site/facts'
import { contentOf } from '../editing/content'
import { readCopy } from '../editing/copy-mutations'
import { mayWith } from '../editing/ownership'
import { ownedOf, readOwned, readStored, type Stored } from '../editing/stored-queries'
import { listChildPages, listParents } from '../queries'
import { getSurroundings, type Neighbour } from '../surroundings-queries'
import type { ArticleCard, ArticleView } from '../view'
import { previewed } from './previewed'
import { isShownOutside } from './sharing'
import { readPreviewToken } from './token'

/** The page that an article would have, with everything around it. */
export type Preview = {
  article: ArticleView
  /** Of a draft nothing is public; a live article may have changes that are not, and may have none. */
  stage: 'draft' | 'changes' | 'live'
  previous: Neighbour | null
  next: Neighbour | null
  related: ArticleCard[]
  children: { path: string; headline: string }[]
  /** What readers have said of a live article; null of one that they do not see. */
  comments: DiscussionPage | null
}

async function drawn(db: Database, stored: Stored, facts: SiteFacts, now: Date): Promise<Preview> {
  const { id, input } = stored
  const copy = await readCopy(db, id)
  const content = copy?.content ?? contentOf(input)
  const [tags, parents] = await Promise.all([
    db.tag.findMany({ where: { id: { in: content.tagIds } }, select: { slug: true, name: true } }),
    listParents(db, content.parentId),
  ])
  const isLive = input.status === 'PUBLISHED'
  const comments = isLive ? await getDiscussionPage(db, id, facts.comments.maxDepth) : null
  const commentCount = comments?.total ?? 0
  const article = previewed({ id, input, content, tags, parents, site: facts, commentCount, now })
  const stage = !isLive ? 'draft' : copy ? 'changes' : 'live'
  if (input.kind === 'PAGE') {
    const children = await listChildPages(db, id)
    return { article, stage, previous: null, next: null, related: [], children, comments }
  }
  return { article, stage, ...(await getSurroundings(db, article, facts, now)), children: [], comments }
}

/** The preview for somebody of the newsroom; null where it is not there for them. */
export async function getPreview(
  viewer: Viewer,
  db: Database,
  id: number,
  facts: SiteFacts,
  now: Date,
): Promise<Preview | null> {
  const stored = await readStored(db, id)
  if (!stored || !mayWith(viewer, 'articles.preview', ownedOf(stored))) return null
  return drawn(db, stored, facts, now)
}

export type OpenedLink = { preview: Preview; until: Date } | { publicPath: string }

/**
 * The preview that a link opens for whoever has it: while it is good, and while there is something to show that is not
 * taken back. What has become public meanwhile is read at its own address. Null for everything else, whatever is wrong.
 */
export async function openPreviewLink(
  db: Database,
  token: string,
  facts: SiteFacts,
  now: Date,
): Promise<OpenedLink | null> {
  const signed = readPreviewToken(token, now)
  if (!signed) return null
  const link = await db.previewLink.findUnique({
    where: { id: signed.id, expiresAt: signed.expiresAt, revokedAt: null },
    select: { articleId: true },
  })
  const stored = link && (await readStored(db, link.articleId))
  if (!stored || !isShownOutside(stored.input)) return null
  await db.previewLink.updateMany({ where: { id: signed.id }, data: { opened: { increment: 1 }, openedAt: now } })
  if (stored.input.status === 'PUBLISHED' && !(await readCopy(db, stored.id))) return { publicPath: stored.input.path }
  return { preview: await drawn(db, stored, facts, now), until: signed.expiresAt }
}

export type PreviewLinkLine = {
  id: number
  label: string
  madeByName: string
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  revokedByName: string | null
  opened: number
  openedAt: Date | null
}

const SHOWN = 20

/** The links to an article's preview, those made last first. */
export async function listPreviewLinks(viewer: Viewer, db: Database, articleId: number): Promise<PreviewLinkLine[]> {
  const owned = await readOwned(db, articleId)
  if (!owned || !mayWith(viewer, 'articles.share', owned)) return []
  return db.previewLink.findMany({
    where: { articleId },
    orderBy: { id: 'desc' },
    take: SHOWN,
    select: {
      id: true,
      label: true,
      madeByName: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      revokedByName: true,
      opened: true,
      openedAt: true,
    },
  })
}
