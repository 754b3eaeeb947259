import { join } from 'node:path'
import { headTag } from '@/lib/articles/change-tags'
import { displayText } from '@/lib/articles/display-text'
import type { Database, Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { changed } from '@/lib/invalidation'
import { enqueue } from '@/lib/jobs/mutations'
import { closeIncoming, openIncoming, placeOf } from '@/lib/media/store'
import { keyedHash } from '@/lib/secret'
import { siteSchema } from '@/lib/site/settings'
import { storageOf } from '@/lib/storage/open'
import { keyOfSocial, socialPath } from './address'
import { drawSocialImage } from './draw-process'
import { type SocialText, socialText } from './text'

type Order = { articleId: number }

/** Raised when the drawing changes: each is another picture then. */
const DRAWING = 1

const socialSelect = {
  id: true,
  status: true,
  headline: true,
  locale: true,
  sourceSite: true,
  leadImage: true,
  missingImages: true,
  socialImage: true,
  primaryCategory: { select: { name: true } },
} as const

type Row = Omit<Parameters<typeof socialText>[0], 'category' | 'site'> & {
  id: number
  sourceSite: string | null
  socialImage: string | null
  primaryCategory: { name: string } | null
}
type Wanted = { path: string; key: string; text: SocialText }

/** What an article's social image is to be. Its address follows from its text, and nobody without the secret finds it. */
export function wantedOf({ primaryCategory, ...row }: Row, site: string): Wanted | null {
  const headline = displayText(row.headline, row.sourceSite)
  const text = socialText({ ...row, headline, category: primaryCategory?.name ?? null, site })
  if (!text) return null
  const said = JSON.stringify([DRAWING, row.id, text])
  const key = Buffer.from(keyedHash('social image', said), 'base64url').toString('hex').slice(0, 32)
  return { path: socialPath(key), key, text }
}

/** Asks for the social image of an article that changed, in the transaction that changes it. */
export async function orderSocialImage(tx: Tx, articleId: number, now: Date): Promise<void> {
  const key = `socialImages.make ${articleId}`
  await enqueue(tx, { kind: 'socialImages.make', payload: { articleId }, runAt: now, key }, now)
}

/** Draws it where it is not there yet: of a public article, and once for all that does not change what it says. */
export async function makeSocialImage(db: Database, { articleId }: Order, dataDir = env().dataDir): Promise<void> {
  const { wanted } = await readWanted(db, articleId)
  if (!wanted) return
  const storage = await storageOf(db, dataDir)
  if ((await storage.stat(placeOf(wanted.path)))?.bytes) return
  const folder = await openIncoming(dataDir)
  try {
    const made = join(folder, 'made')
    await drawSocialImage(wanted.text, made)
    await storage.putFolder(wanted.key, made)
  } finally {
    await closeIncoming(folder)
  }
}

/** From now on its page names it; what it named before is removed. */
export async function finishSocialImage(tx: Tx, { articleId }: Order, now: Date): Promise<void> {
  const { row, wanted } = await readWanted(tx, articleId)
  const path = wanted?.path ?? null
  if (!row || row.socialImage === path) return
  await tx.article.update({ where: { id: articleId }, data: { socialImage: path }, select: { id: true } })
  changed(tx, headTag(articleId))
  if (row.socialImage === null) return
  const order = { kind: 'socialImages.forget', payload: { path: row.socialImage }, runAt: now }
  await enqueue(tx, { ...order, key: `socialImages.forget ${row.socialImage}` }, now)
}

/** Removes a picture that no article names any more. */
export async function forgetSocialImage(
  db: Database,
  { path }: { path: string },
  dataDir = env().dataDir,
): Promise<void> {
  if (await isNamed(db, path)) return
  const storage = await storageOf(db, dataDir)
  await storage.removeFolder(keyOfSocial(path))
}

/** True for the folder of a social image that an article names. */
export async function isNamed(db: Database, path: string): Promise<boolean> {
  return (await db.article.findFirst({ where: { socialImage: path }, select: { id: true } })) !== null
}

async function readWanted(db: Database | Tx, id: number): Promise<{ row: Row | null; wanted: Wanted | null }> {
  const row = await db.article.findUnique({ where: { id }, select: socialSelect })
  return { row, wanted: row && wantedOf(row, await readSiteName(db)) }
}

async function readSiteName(db: Database | Tx): Promise<string> {
  const row = await db.setting.findUnique({ where: { key: 'site' }, select: { value: true } })
  return siteSchema.parse(row?.value ?? {}).name
}

/** Under which it is remembered for which names of site and categories all social images were looked through. */
const LOOKED_KEY = 'social images'
const AT_ONCE = 200
/** What is given one without having been changed here: the newest of an archive that was imported. */
const NEWEST = 100

/**
 * Looks through the social images when the site or a category is called something else, and asks for those that say what is
 * not so any more. Articles that came without being written here are found then as well, the newest of them.
 */
export async function lookThroughSocialImages(db: Database, now: Date): Promise<void> {
  const site = await readSiteName(db)
  const categories = await db.category.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true } })
  const names = keyedHash('names on social images', JSON.stringify([DRAWING, site, categories]))
  const looked = await db.setting.findUnique({ where: { key: LOOKED_KEY }, select: { value: true } })
  if (looked?.value === names) return
  const ask = (rows: Row[]) =>
    db.$transaction(async (tx) => {
      const stale = rows.filter((row) => row.socialImage !== (wantedOf(row, site)?.path ?? null))
      for (const { id } of stale) await orderSocialImage(tx, id, now)
    })
  for (const kind of ['ARTICLE', 'PAGE'] as const) {
    const rows = await db.article.findMany({
      where: { kind, status: 'PUBLISHED' },
      orderBy: [{ publishedDay: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
      take: NEWEST,
      select: socialSelect,
    })
    await ask(rows)
  }
  for (let after = 0; ; ) {
    const rows = await db.article.findMany({
      where: { socialImage: { not: null }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: socialSelect,
    })
    await ask(rows)
    if (rows.length < AT_ONCE) break
    after = rows.at(-1)?.id ?? after
  }
  const value = names
  await db.setting.upsert({ where: { key: LOOKED_KEY }, create: { key: LOOKED_KEY, value }, update: { value } })
}
