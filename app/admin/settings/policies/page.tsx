import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { PolicySettings } from '@/components/admin/settings/policy-settings'
import { admit } from '@/lib/auth/newsroom-start'
import { getSiteFacts } from '@/lib/site/facts'
import { listOtherLanguages } from '@/lib/site/language-queries'
import { listPublicPages } from '@/lib/site/setting-queries'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('settings.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const [facts, pages] = await Promise.all([getSiteFacts(page.db), listPublicPages(page.db)])
  const languages = await listOtherLanguages(page.db, facts)
  return <PolicySettings frame={page.frame} state={page.form} settings={facts} languages={languages} pages={pages} />
}
