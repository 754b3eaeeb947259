import { AccountPage } from '@/components/admin/account-page'
import { hasPassword, listOwnSessions, listPasskeys } from '@/lib/account/queries'
import { admit } from '@/lib/auth/newsroom-start'

export const dynamic = 'force-dynamic'

export default async function Page({ searchParams }: { searchParams: Promise<{ passkey?: string | string[] }> }) {
  const page = await admit('account.edit')
  if (!page || 'forbidden' in page) return null
  const { db, now, frame, session, form } = page
  const { id, email, locale, hasSecondFactor } = session.viewer
  const account = {
    email,
    locale,
    hasSecondFactor,
    hasPassword: await hasPassword(db, id),
    sessionId: session.id,
    userAgent: session.client.userAgent,
    sessions: await listOwnSessions(db, id, now),
    passkeys: await listPasskeys(db, id),
    isPasskeyAdded: (await searchParams).passkey === 'added',
  }
  return <AccountPage frame={frame} account={account} state={form} />
}
