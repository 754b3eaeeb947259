import type { NewsroomFrame } from '@/lib/auth/frame'
import { NewsroomPage } from './page'

/** Says honestly that the page is there, and for others. */
export function ForbiddenPage({ frame }: { frame: NewsroomFrame }) {
  const { words, viewer } = frame
  return (
    <NewsroomPage frame={frame} title={words.forbidden.title} section="desk">
      <div className="empty">
        <h1>{words.forbidden.title}</h1>
        <p>{viewer ? words.forbidden.text(words.roles[viewer.role]) : null}</p>
        <p>
          <a href="/admin/">{words.desk}</a>
        </p>
      </div>
    </NewsroomPage>
  )
}
