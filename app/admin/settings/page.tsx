import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { GeneralSettings } from '@/components/admin/settings/general-settings'
import { admit } from '@/lib/auth/newsroom-start'
import { getSiteFacts } from '@/lib/site/facts'
import { listOtherLanguages } from '@/lib/site/language-queries'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('settings.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const facts = await getSiteFacts(page.db)
  const languages = await listOtherLanguages(page.db, facts)
  return <GeneralSettings frame={page.frame} state={page.form} site={facts.site} languages={languages} />
}
