import { createArticleAction } from '@/lib/articles/editing/actions'
import type { NewsroomFrame, Section } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { formatCount } from '@/lib/i18n/format'
import { Icon } from './icon'
import { initials } from './initials'

/** What has a place of its own in the strip; the rest is "More". */
const EVERY_DAY: ReadonlySet<Section> = new Set(['desk', 'articles', 'comments', 'media'])

/** The newsroom's own strip: the paper's name, its sections, the person. On phones the sections sit under the thumb. */
export function NewsroomMasthead({ frame, current }: { frame: NewsroomFrame; current: Section }) {
  const { words, siteName, viewer, counts, locale } = frame
  if (!viewer) return null
  const isOffice = !EVERY_DAY.has(current)
  return (
    <header className="mast">
      <a className="mast-name" href="/admin/">
        {siteName}
      </a>
      <nav className="mast-nav" aria-label={words.newsroom}>
        <ul>
          <li>
            <a href="/admin/" aria-current={current === 'desk' ? 'page' : undefined}>
              {words.desk}
            </a>
          </li>
          <li>
            <a href="/admin/articles/" aria-current={current === 'articles' ? 'page' : undefined}>
              {words.articles}
            </a>
          </li>
          {may(viewer, 'comments.read') ? (
            <li>
              <a href="/admin/comments/" aria-current={current === 'comments' ? 'page' : undefined}>
                {words.comments}
                {counts.commentsWaiting > 0 ? (
                  <span className="count">
                    {formatCount(counts.commentsWaiting, locale)}
                    <span className="unseen"> {words.deskPage.waiting(counts.commentsWaiting)}</span>
                  </span>
                ) : null}
              </a>
            </li>
          ) : null}
          <li>
            <a href="/admin/media/" aria-current={current === 'media' ? 'page' : undefined}>
              {words.media}
            </a>
          </li>
          {may(viewer, 'people.read') ? (
            <li className="wide-only">
              <a
                href="/admin/people/"
                aria-current={isOffice && current !== 'account' && current !== 'reports' ? 'page' : undefined}
              >
                {words.settings}
              </a>
            </li>
          ) : null}
          <li className="narrow-only">
            <a href="/admin/account/" aria-current={isOffice ? 'page' : undefined}>
              {words.more}
            </a>
          </li>
        </ul>
      </nav>
      {/* Without script it leads to where articles are searched. */}
      <a className="find" href="/admin/articles/" data-opens-tool="find" aria-keyshortcuts="Control+K">
        <Icon name="find" />
        <span>{deskWordsFor(locale).find.open}</span> <kbd dir="ltr">Ctrl K</kbd>
      </a>
      <form action={createArticleAction}>
        <input type="hidden" name="kind" value="ARTICLE" />
        <button className="button new" type="submit" data-new="" aria-label={deskWordsFor(locale).find.newArticle}>
          <Icon name="add" />
          <span className="wide-only">{deskWordsFor(locale).find.newArticle}</span>
        </button>
      </form>
      <a className="button plain me" href="/admin/account/" aria-label={words.accountOf(viewer.name)}>
        <span className="face" aria-hidden="true">
          {initials(viewer.name)}
        </span>
        <bdi className="name">{viewer.name}</bdi>
      </a>
    </header>
  )
}
