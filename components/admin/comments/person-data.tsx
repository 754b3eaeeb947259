import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { erasePersonAction } from '@/lib/comments/desk-actions'
import { FormAnswer } from '../form-answer'

type Props = { frame: NewsroomFrame; email: string | null; state: FormState | undefined }

/** What is owed to a person: all that is kept of them, and that it is taken away. For those who may. */
export function PersonData({ frame, email, state }: Props) {
  const { words, viewer } = frame
  const page = words.commentsPage
  const mayGive = email && viewer && may(viewer, 'comments.exportPerson')
  return (
    <>
      {state?.form === 'erase' ? <FormAnswer frame={frame} state={state} /> : null}
      {mayGive ? (
        <div className="actions">
          <a className="button" href={`/admin/comments/person/?email=${encodeURIComponent(email)}`}>
            {page.exportPerson}
          </a>
          <details className="manage">
            <summary className="button plain stop">{page.erasePerson}</summary>
            <form className="fields" action={erasePersonAction}>
              <input type="hidden" name="email" value={email} />
              <p className="hint">{page.eraseText}</p>
              <button className="button stop" type="submit">
                {page.eraseNow}
              </button>
            </form>
          </details>
        </div>
      ) : null}
    </>
  )
}
