import type { NewsroomFrame } from '@/lib/auth/frame'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import type { MediaItem } from '@/lib/media/admin-queries'
import { deleteMediaAction } from '@/lib/media/library-actions'
import { Group } from '../group'

/** Says what readers would lose, and asks for a word where they would lose something. */
export function DeletePart({ frame, media }: { frame: NewsroomFrame; media: MediaItem }) {
  const words = libraryWordsFor(frame.locale)
  const used = media.users.length + media.otherUsers
  if (media.portraitOf.length)
    return (
      <Group title={words.delete} text={words.refused.portrait ?? ''}>
        {null}
      </Group>
    )
  if (used && !media.mayDeleteUsed)
    return (
      <Group title={words.delete} text={words.deleteNotYours}>
        {null}
      </Group>
    )
  return (
    <Group title={words.delete} text={used ? words.deleteUsedText(used) : words.deleteText}>
      <form action={deleteMediaAction} className="fields">
        <input type="hidden" name="id" value={media.id} />
        {used ? (
          <label className="tick">
            <input type="checkbox" name="sure" required /> {words.sure}
          </label>
        ) : null}
        <div>
          <button className="button stop" type="submit">
            {used ? words.deleteAnyway : words.deleteNow}
          </button>
        </div>
      </form>
    </Group>
  )
}
