import { NotFoundPage } from '@/components/site/not-found-page'
import { answerWith } from '@/lib/answer-with'
import { languageKey } from '@/lib/archives/keys'
import { listNewestIds } from '@/lib/archives/queries'
import { listCards } from '@/lib/articles/card-queries'
import { askedSlug, wordsOfSlug } from '@/lib/articles/nearest'
import { listNearIds } from '@/lib/articles/queries'
import { requestPath } from '@/lib/http/request-path'
import type { PageStart } from '@/lib/site/page-frame'

const SHOWN = 3

/** The site's 404, with what is close to the address and what is new. */
export async function NotFound({ start: { db, facts, now, frame } }: { start: PageStart }) {
  answerWith(404)
  const path = requestPath() ?? '/'
  const key = languageKey(facts.site.locale)
  const [nearIds, newest] = await Promise.all([listNearIds(db, path, SHOWN), listNewestIds(db, [key])])
  const latestIds = (newest.get(key) ?? []).filter((id) => !nearIds.includes(id)).slice(0, SHOWN)
  const cards = await listCards(db, [...nearIds, ...latestIds], facts, now)
  return (
    <NotFoundPage
      frame={frame()}
      query={wordsOfSlug(askedSlug(path))}
      near={cards.filter(({ id }) => nearIds.includes(id))}
      latest={cards.filter(({ id }) => latestIds.includes(id))}
    />
  )
}
