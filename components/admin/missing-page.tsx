import type { NewsroomFrame } from '@/lib/auth/frame'
import { NewsroomPage } from './page'

export function MissingPage({ frame }: { frame: NewsroomFrame }) {
  const { words } = frame
  return (
    <NewsroomPage frame={frame} title={words.missing.title} section="desk">
      <div className="empty">
        <h1>{words.missing.title}</h1>
        <p>{words.missing.text}</p>
        <p>
          <a href="/admin/">{words.desk}</a>
        </p>
      </div>
    </NewsroomPage>
  )
}
