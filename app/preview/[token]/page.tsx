import { ReaderPage } from '@/components/admin/preview/reader-page'
import { MessagePage } from '@/components/site/message-page'
import { answerWith } from '@/lib/answer-with'
import { encodePath } from '@/lib/articles/paths'
import { openPreviewLink } from '@/lib/articles/preview/admin-queries'
import { isPersonal, isPreviewed } from '@/lib/page-context'
import { beginPage } from '@/lib/site/page-frame'

export const dynamic = 'force-dynamic'

/** What somebody outside was sent a link to. Whatever is wrong with it, the answer is the same. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  isPersonal()
  const { db, facts, now, frame } = await beginPage()
  const { token } = await params
  const opened = isPreviewed() ? await openPreviewLink(db, token, facts, now) : null
  if (!opened) {
    answerWith(404)
    const { ended, endedText } = frame().words.preview
    const message = { title: ended, paragraphs: [endedText] }
    return <MessagePage frame={frame()} message={message} words={{}} backPath={null} />
  }
  if ('publicPath' in opened) {
    answerWith(303, encodePath(opened.publicPath))
    return null
  }
  const { preview, until } = opened
  return <ReaderPage frame={frame(preview.article.locale)} preview={preview} until={until} />
}
