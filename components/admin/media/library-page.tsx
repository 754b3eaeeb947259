import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { formatCount } from '@/lib/i18n/format'
import { type LibraryWords, libraryWordsFor } from '@/lib/i18n/library-words'
import type { MediaLine } from '@/lib/media/admin-queries'
import { isNarrowed, LIBRARY_VIEWS, type LibraryList, libraryPath, SHAPES } from '@/lib/media/library-list'
import { NewsroomPage } from '../page'
import { LibraryFilters } from './library-filters'
import { LibraryUploads } from './library-uploads'
import { MediaAnswer } from './media-answer'
import { MediaPrints } from './media-prints'
import { MediaTable } from './media-table'
import { PrintKeys } from './print-keys'

export type LibraryPageProps = {
  frame: NewsroomFrame
  list: LibraryList
  media: MediaLine[]
  more: boolean
  uploaders: { id: string; name: string }[]
  /** How many files' rights end soon. */
  expiring: number
  state: FormState | undefined
}

/** All files of the site: looked at, searched, and added to. */
export function LibraryPage({ frame, list, media, more, uploaders, expiring, state }: LibraryPageProps) {
  const { locale, viewer } = frame
  const words = libraryWordsFor(locale)
  return (
    <NewsroomPage frame={frame} title={words.title} section="media">
      <div className="page-head head-views">
        <h1>{words.title}</h1>
        <nav className="views" aria-label={words.kinds}>
          {LIBRARY_VIEWS.map((view) => (
            <a
              key={view}
              href={libraryPath({ view, shape: list.shape })}
              aria-current={view === list.view ? 'page' : undefined}
              data-view=""
            >
              {words.views[view]}
              {view === 'ends' && expiring > 0 ? (
                <>
                  {' '}
                  <span className="count you">{formatCount(expiring, locale)}</span>
                </>
              ) : null}
            </a>
          ))}
        </nav>
      </div>
      <MediaAnswer frame={frame} state={state} />
      <LibraryFilters frame={frame} list={list} uploaders={uploaders} />
      {viewer && may(viewer, 'media.upload') ? <LibraryUploads locale={locale} /> : null}
      <p className="shapes">
        {SHAPES.map((shape) => (
          <a
            key={shape}
            href={libraryPath({ ...list, shape })}
            aria-current={shape === list.shape ? 'true' : undefined}
          >
            {words.shapes[shape]}
          </a>
        ))}
      </p>
      {media.length === 0 ? (
        <p className="empty">{emptyWords(words, list)}</p>
      ) : list.shape === 'grid' ? (
        <MediaPrints frame={frame} media={media} />
      ) : (
        <MediaTable frame={frame} media={media} />
      )}
      <p className="pager">
        {list.page > 1 ? <a href={libraryPath({ ...list, page: list.page - 1 })}>{words.previous}</a> : null}
        {more ? <a href={libraryPath({ ...list, page: list.page + 1 })}>{words.next}</a> : null}
      </p>
      <PrintKeys />
    </NewsroomPage>
  )
}

function emptyWords(words: LibraryWords, list: LibraryList): string {
  if (isNarrowed(list) || list.page > 1) return words.noMatch
  switch (list.view) {
    case 'ends':
      return words.nothingEnds
    case 'unused':
      return words.allUsed
    case 'noAlt':
    case 'noCredit':
      return words.nothingMissing
    default:
      return words.empty
  }
}
