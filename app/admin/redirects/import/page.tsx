import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { ImportPage } from '@/components/admin/redirects/import-page'
import { admit } from '@/lib/auth/newsroom-start'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('redirects.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  return <ImportPage frame={page.frame} state={page.form} />
}
