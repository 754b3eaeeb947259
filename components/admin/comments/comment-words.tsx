import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { editCommentAction, replyFromDeskAction } from '@/lib/comments/desk-actions'

type Props = { frame: NewsroomFrame; id: number; text: string; state: FormState | undefined }

/** Answering a comment and changing its words: two forms that open where they are needed. */
export function CommentWords({ frame, id, text, state }: Props) {
  const page = frame.words.commentsPage
  const forms = [
    {
      name: 'reply',
      action: replyFromDeskAction,
      title: page.reply,
      hint: page.replyHint,
      submit: page.sendReply,
      value: '',
    },
    {
      name: 'edit',
      action: editCommentAction,
      title: page.edit,
      hint: page.editHint,
      submit: page.saveWords,
      value: text,
    },
  ]
  return forms.map(({ name, action, title, hint, submit, value }) => {
    const mine = state?.form === name ? state : undefined
    const error = mine?.errors.text
    const describedBy = [error && `${name}-wrong`, `${name}-hint`].filter(Boolean).join(' ')
    return (
      <details key={name} className="manage" data-opens={name.charAt(0)} open={mine?.error ? true : undefined}>
        <summary className="button plain">{title}</summary>
        <form className="fields" action={action}>
          <input type="hidden" name="id" value={id} />
          <div className="field">
            <label htmlFor={`${name}-text`}>{title}</label>
            <textarea
              id={`${name}-text`}
              name="text"
              rows={5}
              required
              dir="auto"
              defaultValue={mine?.values.text ?? value}
              aria-invalid={error ? true : undefined}
              aria-describedby={describedBy}
            />
            {error ? (
              <p className="wrong" id={`${name}-wrong`}>
                {frame.words.form.errors[error]}
              </p>
            ) : null}
            <p className="hint" id={`${name}-hint`}>
              {hint}
            </p>
          </div>
          <button className="button" type="submit">
            {submit}
          </button>
        </form>
      </details>
    )
  })
}
