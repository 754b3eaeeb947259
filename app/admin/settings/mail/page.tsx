import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { MailSettings } from '@/components/admin/settings/mail-settings'
import { admit } from '@/lib/auth/newsroom-start'
import { env } from '@/lib/env'
import { findPerson } from '@/lib/mail/mutations'
import { getTestLetter } from '@/lib/mail/test-mutations'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('settings.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, form, session } = page
  const { mail } = env()
  const [person, last] = await Promise.all([findPerson(db, session.viewer.id), getTestLetter(db)])
  // Of the server's address the host alone: the rest is its password.
  const server = mail && { host: new URL(mail.smtpUrl).host, from: mail.from }
  return <MailSettings frame={frame} state={form} server={server} address={person?.email ?? ''} last={last} />
}
