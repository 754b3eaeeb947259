import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { AddressSettings } from '@/components/admin/settings/address-settings'
import { getMoving, listMisplaced } from '@/lib/articles/moving/queries'
import { PATH_PATTERNS } from '@/lib/articles/paths'
import { admit } from '@/lib/auth/newsroom-start'
import { getSiteFacts } from '@/lib/site/facts'

export const dynamic = 'force-dynamic'

const EXAMPLES = 5

export default async function Page({ searchParams }: { searchParams: Promise<{ pattern?: string | string[] }> }) {
  const page = await admit('settings.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, form } = page
  const { pattern: asked } = await searchParams
  const pattern = PATH_PATTERNS.find((one) => one === asked)
  const [{ site }, moving] = await Promise.all([getSiteFacts(db), getMoving(db)])
  const change = pattern && { pattern, ...(await listMisplaced(db, pattern, EXAMPLES)) }
  return (
    <AddressSettings frame={frame} state={form} pattern={site.pathPattern} asked={change ?? null} moving={moving} />
  )
}
