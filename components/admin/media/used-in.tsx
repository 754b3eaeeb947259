import type { NewsroomFrame } from '@/lib/auth/frame'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import type { MediaItem } from '@/lib/media/admin-queries'
import { StatusWord } from '../status-word'

/** The articles that show a file or lead to it, and the authors whose picture it is. */
export function UsedIn({ frame: { locale }, media }: { frame: NewsroomFrame; media: MediaItem }) {
  const words = libraryWordsFor(locale)
  const writing = writingWordsFor(locale)
  const { users, otherUsers, portraitOf } = media
  if (!users.length && !otherUsers && !portraitOf.length) return <p>{words.notUsed}</p>
  return (
    <div>
      <ul className="rows">
        {users.map(({ id, headline, status, isLead, isOnlyCopy }) => (
          <li className="row" key={id}>
            <span className="grow">
              <a className="headline" href={`/admin/articles/${id}/`} dir="auto">
                {headline || <i>{writing.list.untitled}</i>}
              </a>{' '}
              {isLead ? <span className="meta">{words.isLead}</span> : null}
              {isOnlyCopy ? <span className="meta">{words.isCopy}</span> : null}
            </span>
            <StatusWord words={writing} status={status} hasChanges={false} />
          </li>
        ))}
        {portraitOf.map((name) => (
          <li className="row" key={name}>
            <span className="grow">{words.portraitOf(name)}</span>
          </li>
        ))}
      </ul>
      {otherUsers ? <p className="meta">{words.otherUsers(otherUsers)}</p> : null}
    </div>
  )
}
