import type { NewsroomFrame } from '@/lib/auth/frame'
import { analyticsPath } from '@/lib/counting/figures'
import type { Desk } from '@/lib/desk/admin-queries'
import { figuresWordsFor } from '@/lib/i18n/figures-words'
import { formatCount } from '@/lib/i18n/format'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { DeskColumn } from './desk-column'

/** What readers wanted this week and did not find: what somebody could write. */
export function SearchedInVain({ frame, searches }: { frame: NewsroomFrame; searches: Desk['searchedInVain'] }) {
  const { locale } = frame
  return (
    <DeskColumn
      locale={locale}
      id="searched"
      title={figuresWordsFor(locale).lists.searchless}
      all={planningWordsFor(locale).waiting.allOfThem}
      href={analyticsPath('month')}
    >
      <ul className="rows">
        {searches.map((one) => (
          <li className="row" key={one.words}>
            <p className="grow" dir="auto">
              {one.words}
            </p>
            <span className="count">{formatCount(one.searches, locale)}</span>
          </li>
        ))}
      </ul>
    </DeskColumn>
  )
}
