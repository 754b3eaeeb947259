import { MissingPage } from '@/components/admin/missing-page'
import { answerWith } from '@/lib/answer-with'
import { admit } from '@/lib/auth/newsroom-start'

export const dynamic = 'force-dynamic'

/** Every address of the newsroom that no other page has. */
export default async function Page() {
  const page = await admit('desk.read')
  if (!page || 'forbidden' in page) return null
  answerWith(404)
  return <MissingPage frame={page.frame} />
}
