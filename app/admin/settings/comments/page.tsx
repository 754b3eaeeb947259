import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { CommentSettings } from '@/components/admin/settings/comment-settings'
import { admit } from '@/lib/auth/newsroom-start'
import { getSiteFacts } from '@/lib/site/facts'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('settings.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { comments } = await getSiteFacts(page.db)
  return <CommentSettings frame={page.frame} state={page.form} comments={comments} />
}
