import { CONSENT_FIELD, type ReplyErrors, type ReplyValues } from '@/lib/comments/reply'
import type { Frame } from '@/lib/site/frame'
import { Field } from './field'

type Props = { frame: Frame; values?: Partial<ReplyValues>; errors?: ReplyErrors }

/** What is asked of whoever replies. */
export function ReplyFields({ frame, values = {}, errors = {} }: Props) {
  const { reply } = frame.words
  return (
    <>
      <p className="note">
        <span id="email-notes">{reply.notes}</span> {reply.required} <span className="required">*</span>
      </p>
      <Field frame={frame} name="comment" label={reply.comment} error={errors.comment} required>
        <textarea name="comment" cols={45} rows={8} defaultValue={values.comment} dir="auto" />
      </Field>
      <div className="fields">
        <Field frame={frame} name="author" label={reply.name} error={errors.author} required>
          <input name="author" type="text" defaultValue={values.author} autoComplete="name" dir="auto" />
        </Field>
        <Field frame={frame} name="email" label={reply.email} error={errors.email} describedBy="email-notes" required>
          <input name="email" type="email" defaultValue={values.email} autoComplete="email" dir="ltr" />
        </Field>
        <Field frame={frame} name="url" label={reply.website} error={errors.url}>
          <input name="url" type="url" defaultValue={values.url} autoComplete="url" dir="ltr" />
        </Field>
      </div>
      <div className="consent">
        <input
          type="checkbox"
          id={CONSENT_FIELD}
          name={CONSENT_FIELD}
          value="yes"
          defaultChecked={values.remember ?? false}
        />
        <label htmlFor={CONSENT_FIELD}>{reply.consent}</label>
      </div>
    </>
  )
}
