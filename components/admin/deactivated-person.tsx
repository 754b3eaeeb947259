import type { NewsroomFrame } from '@/lib/auth/frame'
import { eraseAccountAction, reactivateAction } from '@/lib/people/actions'
import type { Person } from '@/lib/people/admin-queries'

/** Whoever was deactivated is let in again, or nothing of them stays. */
export function Deactivated({ frame, person: { id, name } }: { frame: NewsroomFrame; person: Person }) {
  const page = frame.words.peoplePage
  const userId = <input type="hidden" name="userId" value={id} />
  return (
    <div className="fields">
      <form action={reactivateAction} className="fields">
        {userId}
        <button className="button" type="submit">
          {page.reactivate(name)}
        </button>
      </form>
      <form action={eraseAccountAction} className="fields">
        {userId}
        <p className="hint" id={`erase-${id}`}>
          {page.eraseText}
        </p>
        <label className="tick">
          <input type="checkbox" name="sure" required aria-describedby={`erase-${id}`} /> {page.eraseSure}
        </label>
        <button className="button stop" type="submit">
          {page.erase(name)}
        </button>
      </form>
    </div>
  )
}
