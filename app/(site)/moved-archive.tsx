import type { PagedAddress } from '@/lib/archives/page-address'
import { findLead, type Lead } from '@/lib/redirects/queries'
import type { PageStart } from '@/lib/site/page-frame'
import { LedElsewhere } from './led-elsewhere'
import { NotFound } from './not-found-answer'

type Props = {
  start: PageStart
  kind: 'category' | 'tag' | 'author'
  address: PagedAddress | undefined
}

/** Of an archive that is not there: where it went, its first page where that has fewer; else that it is not there. */
export async function MovedArchive({ start, kind, address }: Props) {
  const lead = address && (await findLead(start, `/${kind}/${address.base.join('/')}/`))
  if (!lead) return <NotFound start={start} />
  return <LedElsewhere start={start} lead={address.page > 1 ? onPage(lead, kind, address.page) : lead} />
}

function onPage(lead: Lead, kind: Props['kind'], page: number): Lead {
  const isArchive = lead.status !== 410 && lead.location.startsWith(`/${kind}/`) && lead.location.endsWith('/')
  return isArchive ? { ...lead, location: `${lead.location}page/${page}/` } : lead
}
