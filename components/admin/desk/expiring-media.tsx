import type { NewsroomFrame } from '@/lib/auth/frame'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { libraryPath } from '@/lib/media/library-list'
import { DeskColumn } from './desk-column'

/** How many pictures may not be shown much longer. */
export function ExpiringMedia({ frame, count }: { frame: NewsroomFrame; count: number }) {
  const { locale } = frame
  const { views } = libraryWordsFor(locale)
  const { allOfThem, mediaHint } = planningWordsFor(locale).waiting
  return (
    <DeskColumn
      locale={locale}
      id="expiring"
      title={views.ends}
      count={count}
      all={allOfThem}
      href={libraryPath({ view: 'ends' })}
      you
    >
      <p className="meta">{mediaHint}</p>
    </DeskColumn>
  )
}
