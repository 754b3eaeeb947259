import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { FigureSettings } from '@/components/admin/settings/figure-settings'
import { admit } from '@/lib/auth/newsroom-start'
import { getSiteFacts } from '@/lib/site/facts'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('settings.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { figures } = await getSiteFacts(page.db)
  return <FigureSettings frame={page.frame} state={page.form} figures={figures} />
}
