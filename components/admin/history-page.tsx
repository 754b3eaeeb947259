import { restoreRevisionAction } from '@/lib/articles/editing/actions'
import type { Editing, RevisionLine } from '@/lib/articles/editing/admin-queries'
import type { Content } from '@/lib/articles/editing/content'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { diffDocuments } from '@/lib/documents/diff'
import { documentOf } from '@/lib/documents/document'
import { htmlToDocument } from '@/lib/documents/html-document'
import { fieldsWordsFor } from '@/lib/i18n/fields-words'
import { formatDateTime } from '@/lib/i18n/format'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { DiffTable } from './diff-table'
import { FormAnswer } from './form-answer'
import { type ContentNames, changedFields } from './history/changed-fields'
import { NewsroomPage } from './page'

type Revision = RevisionLine & { content: Content }
type Props = {
  frame: NewsroomFrame
  editing: Editing
  revisions: RevisionLine[]
  /** The version that is looked at, and the one before it. */
  after: Revision | null
  before: Revision | null
  /** Of what both are filed under and written by. */
  names: ContentNames
  state: FormState | undefined
}

/** What an article said, who changed it and how; each version can be made the text again. */
export function HistoryPage({ frame, editing, revisions, after, before, names, state }: Props) {
  const { locale, zone } = frame
  const words = writingWordsFor(locale)
  const page = words.revisions
  const { article, content, copy } = editing
  const headline = content.headline || words.list.untitled
  return (
    <NewsroomPage frame={frame} title={page.title(headline)} section="articles">
      <div className="page-head">
        <h1 className="grow">{page.title(headline)}</h1>
        <a className="button" href={`/admin/articles/${article.id}/`}>
          {fieldsWordsFor(locale).preview.back}
        </a>
      </div>
      <FormAnswer frame={frame} state={state} />
      {revisions.length ? null : <p className="empty">{page.none}</p>}
      <div className="history">
        <ol className="versions" aria-label={page.caption}>
          {revisions.map(({ id, why, note, actorName, savedAt }) => (
            <li key={id}>
              <a href={`?version=${id}`} aria-current={id === after?.id ? 'true' : undefined}>
                <time dateTime={savedAt.toISOString()}>{formatDateTime(savedAt, locale, zone)}</time>{' '}
                <bdi>{actorName}</bdi> {page.why[why] ?? page.why.save}
              </a>
              {note ? (
                <p className="meta">
                  <bdi>{note}</bdi>
                </p>
              ) : null}
            </li>
          ))}
        </ol>
        {after ? (
          <section aria-label={page.open}>
            <p className="headline">{after.content.headline}</p>
            <DiffTable
              fields={changedFields(before?.content ?? null, after.content, names, locale)}
              rows={diffDocuments(documentIn(before), documentIn(after))}
              before={page.before}
              after={page.after}
              same={page.same}
            />
            <form action={restoreRevisionAction}>
              <input type="hidden" name="id" value={article.id} />
              <input type="hidden" name="version" value={article.version} />
              <input type="hidden" name="copyVersion" value={copy?.version ?? ''} />
              <input type="hidden" name="revisionId" value={after.id} />
              <button className="button" type="submit">
                {page.restore}
              </button>
            </form>
          </section>
        ) : null}
      </div>
    </NewsroomPage>
  )
}

const documentIn = (revision: Revision | null) =>
  revision ? (revision.content.document ?? htmlToDocument(revision.content.body)) : documentOf([])
