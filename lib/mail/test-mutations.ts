import { z } from 'zod'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { jobKind } from '@/lib/jobs/kind'
import { enqueue } from '@/lib/jobs/mutations'
import { findPerson, mailIsSet, readSender } from './mutations'
import { sendLetter } from './send'

const KEY = 'mail.test'

/** Asks for a letter to whoever asks, which shows whether mail arrives. */
export async function askForTestLetter(
  db: Database,
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'forbidden' | 'mailMissing' }> {
  if (!may(actor, 'settings.edit')) return { ok: false, reason: 'forbidden' }
  if (!mailIsSet()) return { ok: false, reason: 'mailMissing' }
  await db.$transaction(async (tx) => {
    await enqueue(tx, { kind: 'mail.test', payload: { userId: actor.id }, runAt: now, key: KEY }, now)
    await recordDone(tx, actor, { act: 'settings.edit', object: 'mail', details: { test: true } }, now)
  })
  return { ok: true }
}

export const mailTest = jobKind({
  payload: z.object({ userId: z.string() }),
  async work(db, { userId }) {
    const user = await findPerson(db, userId)
    if (!user) return
    const { locale, words, siteUrl, site } = await readSender(db, user.locale)
    const { subject, text, link } = words.test
    await sendLetter(
      { name: user.name, address: user.email },
      {
        ...{ locale, site, subject: subject(site.name), paragraphs: [text] },
        link: { says: link, href: `${siteUrl}/admin/settings/mail/` },
      },
    )
  },
})

export type TestLetter = { sentAt: Date | null; error: string | null }

/** What came of the last test; null: there was none. */
export async function getTestLetter(db: Database): Promise<TestLetter | null> {
  const job = await db.job.findUnique({ where: { uniqueKey: KEY }, select: { finishedAt: true, lastError: true } })
  return job && { sentAt: job.finishedAt, error: job.lastError }
}
