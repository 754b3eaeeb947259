import { GonePage, LinkPage } from '@/components/admin/link-page'
import { answerWith } from '@/lib/answer-with'
import { findLink } from '@/lib/auth/links'
import { beginNewsroom, spokenIn } from '@/lib/auth/newsroom-start'

export const dynamic = 'force-dynamic'

/** What a one-time link opens. It is used up by the button alone: mail programs and messengers look at links too. */
export default async function Page({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams
  const { db, now, frame, form } = await beginNewsroom()
  const link = typeof token === 'string' ? await findLink(db, token, now) : null
  if (!link || typeof token !== 'string') {
    answerWith(410)
    return <GonePage frame={frame} />
  }
  const user = link.userId
    ? await db.user.findUnique({
        where: { id: link.userId },
        select: { name: true, email: true, locale: true, passkeys: { select: { name: true } } },
      })
    : null
  const { kind, role } = link
  const view = {
    kind,
    role,
    name: user?.name ?? link.name ?? '',
    email: user?.email ?? link.email ?? '',
    passkeys: user?.passkeys.map((key) => key.name) ?? [],
  }
  // As the letter did that brought it here.
  const locale = user?.locale ?? link.locale
  return <LinkPage frame={locale ? spokenIn(frame, locale) : frame} link={view} token={token} state={form} />
}
