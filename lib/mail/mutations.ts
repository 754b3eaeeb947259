import { z } from 'zod'
import { addLink, linkAddress, renewLink } from '@/lib/auth/links'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { adminWordsFor } from '@/lib/i18n/admin-words'
import { mailWordsFor } from '@/lib/i18n/mail-words'
import { jobKind } from '@/lib/jobs/kind'
import { enqueue } from '@/lib/jobs/mutations'
import { getSiteFacts } from '@/lib/site/facts'
import { siteIn } from '@/lib/site/said'
import { sendLetter } from './send'

// No payload has a link that lets anybody in: it is made when its letter is sent, and stands in the letter alone.

export const mailIsSet = (): boolean => env().mail !== null

/** Who writes, in the language of whoever it is written to; null: nobody knows, and it is the site's. */
export async function readSender(db: Database, locale: string | null) {
  const { site } = await getSiteFacts(db)
  const { siteUrl } = env()
  const spoken = locale ?? site.locale
  const { name } = siteIn(site, spoken)
  return { locale: spoken, words: mailWordsFor(spoken), siteUrl, site: { name, url: siteUrl } }
}

/** Asks for the letter of an invitation. */
export function enqueueInvitation(tx: Tx, linkId: number, now: Date): Promise<void> {
  return enqueue(tx, { kind: 'mail.invitation', payload: { linkId }, runAt: now }, now)
}

/** Begun again, it makes the link anew: of two letters the later one works. */
export const mailInvitation = jobKind({
  payload: z.object({ linkId: z.number() }),
  async work(db, { linkId }) {
    const where = { id: linkId, kind: 'INVITATION' } as const
    const link = await db.oneTimeLink.findFirst({
      where,
      select: { email: true, name: true, role: true, locale: true, madeBy: true },
    })
    if (!link?.email || !link.role) return
    // Taken up or taken back meanwhile.
    const token = await renewLink(db, linkId, new Date())
    if (token === null) return
    const { locale, words, siteUrl, site } = await readSender(db, link.locale)
    const { subject, text, link: says, otherwise } = words.invitation
    await sendLetter(
      { name: link.name ?? '', address: link.email },
      {
        ...{ locale, site, subject: subject(site.name) },
        paragraphs: [text(link.madeBy, adminWordsFor(locale).roles[link.role]), otherwise],
        link: { says, href: linkAddress(siteUrl, token) },
      },
    )
  },
})

/** Asks for a link by which somebody chooses a new password; with null, of nobody, there is as much to do and no letter. */
export function enqueueReset(tx: Tx, userId: string | null, now: Date): Promise<void> {
  return enqueue(tx, { kind: 'mail.reset', payload: { userId }, runAt: now }, now)
}

const BY_MAIL = 'mail'

export const mailReset = jobKind({
  payload: z.object({ userId: z.string().nullable() }),
  async work(db, { userId }) {
    const user = userId === null ? null : await findPerson(db, userId)
    if (!user) return
    const token = await db.$transaction(async (tx) => {
      // Of several letters the latest works. A link that an admin has handed over is not theirs to take.
      await tx.oneTimeLink.deleteMany({ where: { kind: 'RESET', userId: user.id, usedAt: null, madeBy: BY_MAIL } })
      return addLink(tx, { kind: 'RESET', userId: user.id, madeBy: BY_MAIL }, new Date())
    })
    const { locale, words, siteUrl, site } = await readSender(db, user.locale)
    const { subject, text, link, otherwise } = words.reset
    await sendLetter(
      { name: user.name, address: user.email },
      {
        ...{ locale, site, subject: subject(site.name), paragraphs: [text(user.name), otherwise] },
        link: { says: link, href: linkAddress(siteUrl, token) },
      },
    )
  },
})

/** Tells those whose article was sent back, where there is mail: each by a job of their own. */
export async function enqueueSentBack(
  tx: Tx,
  { id, ownerId, authorIds }: { id: number; ownerId: string | null; authorIds: readonly number[] },
  by: Pick<Viewer, 'id' | 'name'>,
  now: Date,
): Promise<void> {
  if (!mailIsSet()) return
  const people = await tx.user.findMany({
    where: {
      OR: [...(ownerId === null ? [] : [{ id: ownerId }]), { authorId: { in: [...authorIds] } }],
      id: { not: by.id },
      deactivatedAt: null,
    },
    select: { id: true },
  })
  for (const { id: userId } of people) {
    const payload = { articleId: id, userId, by: by.name }
    await enqueue(tx, { kind: 'mail.sentBack', payload, runAt: now }, now)
  }
}

export const mailSentBack = jobKind({
  payload: z.object({ articleId: z.number(), userId: z.string(), by: z.string() }),
  async work(db, { articleId, userId, by }) {
    const user = await findPerson(db, userId)
    const article = await db.article.findUnique({ where: { id: articleId }, select: { headline: true } })
    const sent = await db.revision.findFirst({
      where: { articleId, why: 'sendBack' },
      orderBy: { id: 'desc' },
      select: { note: true },
    })
    if (!user || !article) return
    const { locale, words, siteUrl, site } = await readSender(db, user.locale)
    const { subject, text, link, untitled } = words.sentBack
    const headline = article.headline || untitled
    await sendLetter(
      { name: user.name, address: user.email },
      {
        ...{ locale, site, subject: subject(headline), paragraphs: [text(by, headline), sent?.note ?? ''] },
        link: { says: link, href: `${siteUrl}/admin/articles/${articleId}/` },
      },
    )
  },
})

export const findPerson = (db: Database, id: string) =>
  db.user.findFirst({
    where: { id, deactivatedAt: null },
    select: { id: true, name: true, email: true, locale: true },
  })
