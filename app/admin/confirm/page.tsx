import { ConfirmPage } from '@/components/admin/confirm-page'
import { hasPassword, listPasskeys } from '@/lib/account/queries'
import { admit } from '@/lib/auth/newsroom-start'
import { nextPath } from '@/lib/auth/next-path'

export const dynamic = 'force-dynamic'

/** Asks once more who it is, before what only that person may do. */
export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams
  const page = await admit('account.edit')
  if (!page || 'forbidden' in page) return null
  const { db, frame, session, form } = page
  const { id, hasSecondFactor } = session.viewer
  const passkeys = await listPasskeys(db, id)
  const can = { password: await hasPassword(db, id), code: hasSecondFactor, passkey: passkeys.length > 0 }
  return <ConfirmPage frame={frame} next={nextPath(next)} can={can} state={form} />
}
