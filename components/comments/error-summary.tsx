import { Fragment } from 'react'
import { REPLY_LIMITS, type ReplyError, type ReplyField } from '@/lib/comments/reply'
import { listParts } from '@/lib/i18n/format'
import type { RefusedReply } from '@/lib/page-context'
import type { Frame } from '@/lib/site/frame'

const FIELDS: ReplyField[] = ['comment', 'author', 'email', 'url']

/** The page comes back at its top, far above the form: the browser goes to what was wrong, without script. */
const FOCUSED = { tabIndex: -1, autoFocus: true }

/** What was wrong, with the way to each field. */
export function ErrorSummary({ frame, errors }: { frame: Frame; errors: RefusedReply['errors'] }) {
  const { words, locale } = frame
  const { replyErrors } = words
  const whole = errors['']
  const fields = FIELDS.filter((name) => errors[name])
  if (!whole && !fields.length) return null
  return (
    <div className="notice" role="alert" {...FOCUSED}>
      <p>
        <strong>{replyErrors.title}</strong>{' '}
        {whole ? (
          errorText(frame, 'comment', whole)
        ) : (
          <>
            {replyErrors.look(fields.length)}{' '}
            {listParts(fields, locale).map(({ type, value }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
              <Fragment key={i}>
                {type === 'element' ? <a href={`#${value}`}>{replyErrors.fields[value as ReplyField]}</a> : value}
              </Fragment>
            ))}
            .
          </>
        )}{' '}
        {replyErrors.kept}
      </p>
    </div>
  )
}

/** The message of an error, with the limit it speaks of. */
export function errorText({ words: { replyErrors } }: Frame, name: ReplyField, error: ReplyError): string {
  const message = replyErrors[error]
  return typeof message === 'function' ? message(REPLY_LIMITS[name].characters) : message
}
