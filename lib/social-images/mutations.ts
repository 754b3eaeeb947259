import { mkdir, stat } from 'node:fs/promises'
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
import type { Storage } from '@/lib/storage/storage'
import { keyOfSocial, SOCIAL_FILE, socialPath } from './address'
import { drawSocialImages } from './draw-process'
import { type SocialText, socialText } from './text'

type Order = { articleId: number }

/** Raised when the drawing changes: each is another picture then. */
export const DRAWING = 1

export const socialSelect = {
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

export type Row = Omit<Parameters<typeof socialText>[0], 'category' | 'site'> & {
  id: number
  sourceSite: string | null
  socialImage: string | null
  primaryCategory: { name: string } | null
}
export type Wanted = { path: string; key: string; text: SocialText }

/** What an article's social image is to be. Its address follows from its text, and nobody without the secret finds it. */
export function wantedOf({ primaryCategory, ...row }: Row, site: string): Wanted | null {
  const headline = displayText(row.headline, row.sourceSite)
  const text = socialText({ ...row, headline, category: primaryCategory?.name ?? null, site })
  if (!text) return null
  const said = JSON.stringify([DRAWING, row.id, text])
  const key = Buffer.from(keyedHash('social image', said), 'base64url').toString('hex').slice(0, 32)
  return { path: socialPath(key), key, text }
}

export const orderOf = (articleId: number, now: Date) => ({
  ...{ kind: 'socialImages.make', payload: { articleId }, runAt: now },
  key: `socialImages.make ${articleId}`,
})

/** Asks for the social image of an article that changed, in the transaction that changes it. */
export const orderSocialImage = (tx: Tx, articleId: number, now: Date): Promise<void> =>
  enqueue(tx, orderOf(articleId, now), now)

/** Draws it where it is not there yet: of a public article, and once for all that does not change what it says. */
export async function makeSocialImage(db: Database, { articleId }: Order, dataDir = env().dataDir): Promise<void> {
  const { wanted } = await readWanted(db, articleId)
  if (wanted && !(await isDrawn(await storageOf(db, dataDir), wanted))) await drawAll(db, [wanted], dataDir)
}

/** Draws these in one process, and keeps those that came of it. `canWait`: nobody will ask for them at once. */
export async function drawAll(
  db: Database,
  wanted: readonly Wanted[],
  dataDir: string,
  canWait = false,
): Promise<void> {
  const folder = await openIncoming(dataDir)
  try {
    const orders = wanted.map(({ text, key }) => ({ text, key, folder: join(folder, 'made', key) }))
    for (const order of orders) await mkdir(order.folder)
    try {
      await drawSocialImages(
        orders.map(({ key: _, ...order }) => order),
        canWait,
      )
    } finally {
      const storage = await storageOf(db, dataDir)
      for (const order of orders) {
        if (await isThere(join(order.folder, SOCIAL_FILE))) await storage.putFolder(order.key, order.folder)
      }
    }
  } finally {
    await closeIncoming(folder)
  }
}

/** From now on its page names it; what it named before is removed. */
export async function finishSocialImage(tx: Tx, { articleId }: Order, now: Date): Promise<void> {
  const { row, wanted } = await readWanted(tx, articleId)
  if (row) await nameSocialImage(tx, row, wanted?.path ?? null, now)
}

export async function nameSocialImage(tx: Tx, row: Row, path: string | null, now: Date): Promise<void> {
  if (row.socialImage === path) return
  await tx.article.update({ where: { id: row.id }, data: { socialImage: path }, select: { id: true } })
  changed(tx, headTag(row.id))
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

export async function readSiteName(db: Database | Tx): Promise<string> {
  const row = await db.setting.findUnique({ where: { key: 'site' }, select: { value: true } })
  return siteSchema.parse(row?.value ?? {}).name
}

export const isDrawn = async (storage: Storage, { path }: Wanted): Promise<boolean> =>
  Boolean((await storage.stat(placeOf(path)))?.bytes)

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ size }) => size > 0,
    () => false,
  )
