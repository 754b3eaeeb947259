import type { ArticleLine } from '@/lib/articles/admin-queries'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { isStanding, type Placed } from '@/lib/front/arrangement'
import { frontWordsFor } from '@/lib/i18n/front-words'
import { whenWords } from '@/lib/i18n/moments'

type Props = { frame: NewsroomFrame; placed: Placed; article: ArticleLine | undefined }

/** An article where an editor has put it, until when, and why readers may not see it there. */
export function PlacedLine({ frame, placed, article }: Props) {
  const words = frontWordsFor(frame.locale)
  const { now, locale, zone } = frame
  const { until } = placed
  if (!article) return <span className="quiet">{words.gone}</span>
  return (
    <>
      <a className="headline" href={`/admin/articles/${article.id}/`} dir="auto">
        {article.headline}
      </a>{' '}
      {until ? (
        <span className="meta">
          {isStanding(placed, now) ? words.until(whenWords(new Date(until), now, locale, zone)) : null}
        </span>
      ) : null}{' '}
      {isStanding(placed, now) ? null : <span className="tag stop">{words.over}</span>}{' '}
      {article.status === 'PUBLISHED' ? null : <span className="tag">{words.notPublic}</span>}
    </>
  )
}

type StepsProps = { name: string; list: 'pins' | 'sections'; at: number; of: number; frame: NewsroomFrame }

/** The buttons that move a line up and down; they belong to the form around its list. */
export function Steps({ frame, name, list, at, of }: StepsProps) {
  const words = frontWordsFor(frame.locale)
  return (
    <span className="steps">
      {at > 0 ? (
        <button
          type="submit"
          className="button plain"
          name="step"
          value={`move ${list} ${at} ${at - 1}`}
          aria-label={words.up(name)}
        >
          ↑
        </button>
      ) : null}
      {at < of - 1 ? (
        <button
          type="submit"
          className="button plain"
          name="step"
          value={`move ${list} ${at} ${at + 1}`}
          aria-label={words.down(name)}
        >
          ↓
        </button>
      ) : null}
    </span>
  )
}
