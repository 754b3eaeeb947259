import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { FrontSettings } from '@/components/admin/settings/front-settings'
import { admit } from '@/lib/auth/newsroom-start'
import { getSiteFacts } from '@/lib/site/facts'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('settings.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { front } = await getSiteFacts(page.db)
  return <FrontSettings frame={page.frame} state={page.form} front={front} />
}
