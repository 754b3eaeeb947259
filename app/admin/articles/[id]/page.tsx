import { NewsroomDocument } from '@/components/admin/document'
import { MissingPage } from '@/components/admin/missing-page'
import { ArticleWriter } from '@/components/admin/writing/article-writer'
import { answerWith } from '@/lib/answer-with'
import { listChoices } from '@/lib/articles/admin-queries'
import { getAddress, getEditing, getTranslation, listRevisions } from '@/lib/articles/editing/admin-queries'
import type { Content } from '@/lib/articles/editing/content'
import { mayWith } from '@/lib/articles/editing/ownership'
import { ownedOf } from '@/lib/articles/editing/stored-queries'
import { encodePath } from '@/lib/articles/paths'
import { admit } from '@/lib/auth/newsroom-start'
import { may } from '@/lib/auth/permissions'
import { localIn } from '@/lib/calendar/local-time'
import { htmlToDocument } from '@/lib/documents/html-document'
import { env } from '@/lib/env'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { newSlug } from '@/lib/wordpress/text/slug'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ did?: string | string[] }> }

/** Until readers know it, an address that nobody wrote follows the headline. */
const isMade = ({ slug, headline }: Content, isKnown: boolean) =>
  !isKnown && (/^draft-[\da-f]{8}$/.test(slug) || slug === newSlug(headline))

const shownMoment = (at: Date | null, zone: string) => ({
  local: at ? localIn(zone, at) : '',
  at: at?.toISOString() ?? null,
})

/** An article, to be written on. */
export default async function Page({ params, searchParams }: Props) {
  const page = await admit('articles.edit')
  if (!page || 'forbidden' in page) return null
  const { db, now, frame, session } = page
  const { viewer } = session
  const { id } = await params
  const { did } = await searchParams
  const editing = /^[1-9]\d{0,8}$/.test(id) ? await getEditing(viewer, db, Number(id), now) : null
  if (!editing) {
    answerWith(404)
    return <MissingPage frame={frame} />
  }
  const { article, content, copy, lockedBy } = editing
  const owned = ownedOf(article)
  const [choices, revisions, address, translation] = await Promise.all([
    listChoices(db),
    listRevisions(viewer, db, article.id),
    getAddress(db, article, content, now),
    getTranslation(viewer, db, article.id, content),
  ])
  const note = revisions.find((revision) => revision.why === 'sendBack' || revision.why === 'submit')
  const [latest] = revisions
  const words = writingWordsFor(frame.locale)
  return (
    <NewsroomDocument frame={frame} title={words.editing(content.headline || words.list.untitled)}>
      <ArticleWriter
        locale={frame.locale}
        zone={frame.zone}
        article={{
          id: article.id,
          version: article.version,
          copyVersion: copy?.version ?? null,
          status: article.input.status,
          isTrashed: article.input.trashedAt !== null,
          publishAt: article.input.publishAt?.toISOString() ?? null,
          changesAt: copy?.publishAt?.toISOString() ?? null,
          withdraws: article.withdrawAt && {
            at: article.withdrawAt.toISOString(),
            notice: article.withdrawalNotice ?? '',
          },
          publicPath: article.input.status === 'PUBLISHED' ? encodePath(article.input.path) : null,
          hasBeenPublic: article.input.publishedAt !== null,
        }}
        content={{
          ...content,
          slug: isMade(content, article.input.publishedAt !== null) ? '' : content.slug,
          document: content.document ?? htmlToDocument(content.body),
        }}
        choices={choices}
        translation={translation}
        site={{ url: env().siteUrl, name: frame.siteName }}
        address={address}
        settings={{
          commentsOpen: article.input.commentsOpen,
          embargoUntil: shownMoment(article.embargoUntil, frame.zone),
          pinnedUntil: shownMoment(article.input.pinnedUntil, frame.zone),
        }}
        lockedBy={lockedBy && { name: lockedBy.holderName, typedAt: lockedBy.typedAt.toISOString() }}
        lastSaved={latest ? { name: latest.actorName, at: latest.savedAt.toISOString() } : null}
        note={note?.note ? { name: note.actorName, text: note.note } : null}
        may={{
          submit: mayWith(viewer, 'articles.submit', owned),
          publish: mayWith(viewer, 'articles.publish', owned),
          sendBack: mayWith(viewer, 'articles.sendBack', owned),
          withdraw: mayWith(viewer, 'articles.withdraw', owned),
          trash: mayWith(viewer, 'articles.trash', owned),
          editLive: mayWith(viewer, 'articles.editLive', owned),
          writeHtml: mayWith(viewer, 'articles.writeHtml', owned),
          makeTag: may(viewer, 'tags.make'),
          pin: mayWith(viewer, 'articles.pin', owned),
          changePath: mayWith(viewer, 'articles.changePath', owned),
        }}
        did={typeof did === 'string' ? did : null}
      />
    </NewsroomDocument>
  )
}
