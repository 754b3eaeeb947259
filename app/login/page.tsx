import { ForgottenPage } from '@/components/admin/forgotten-page'
import { type Before, SignInPage } from '@/components/admin/sign-in-page'
import { answerWith } from '@/lib/answer-with'
import { beginNewsroom } from '@/lib/auth/newsroom-start'
import { nextPath } from '@/lib/auth/next-path'

export const dynamic = 'force-dynamic'

type Query = Partial<Record<'next' | 'step' | 'out' | 'expired' | 'reset', string | string[]>>

/** The front door of the newsroom: password, second factor, or how long to wait. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { frame, session, form } = await beginNewsroom()
  const next = nextPath(query.next)
  if (session) {
    answerWith(303, next)
    return null
  }
  if (frame.mail && (query.step === 'forgotten' || query.step === 'asked')) {
    return <ForgottenPage frame={frame} asked={query.step === 'asked'} state={form} />
  }
  const step = query.step === 'code' || query.step === 'backup' ? query.step : 'password'
  return <SignInPage frame={frame} step={step} next={next} state={form} before={form ? null : beforeOf(query)} />
}

function beforeOf({ out, expired, reset }: Query): Before | null {
  if (out) return 'signedOut'
  if (reset) return 'reset'
  return expired ? 'expired' : null
}
