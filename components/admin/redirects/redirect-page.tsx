import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatDate } from '@/lib/i18n/format'
import { redirectsWordsFor } from '@/lib/i18n/redirects-words'
import { changeRedirectAction, removeRedirectAction } from '@/lib/redirects/actions'
import { linkOf, typable } from '@/lib/redirects/address'
import type { RedirectLine } from '@/lib/redirects/admin-queries'
import { Group } from '../group'
import { NewsroomPage } from '../page'
import { RedirectAnswer } from './redirect-answer'
import { RedirectFields } from './redirect-fields'
import { Hits } from './redirect-table'

type Props = { frame: NewsroomFrame; line: RedirectLine; state: FormState | undefined }

/** One redirect: what it says, and how it goes. */
export function RedirectPage({ frame, line, state }: Props) {
  const words = redirectsWordsFor(frame.locale)
  const { id, fromPath, toPath, toExtra, status, isPattern, madeByName, createdAt } = line
  const to = (toPath.startsWith('/') ? typable(toPath) : toPath) + toExtra
  const typed = { from: typable(fromPath), to, status: String(status) }
  return (
    <NewsroomPage frame={frame} title={fromPath} section="redirects">
      <p>
        <a href="/admin/redirects/">{words.back}</a>
      </p>
      <div className="page-head">
        <div className="grow">
          <h1 dir="ltr">{fromPath}</h1>
          <p className="meta">
            {words.made(madeByName, formatDate(createdAt, frame.locale, frame.zone))} ·{' '}
            <Hits frame={frame} line={line} />
          </p>
        </div>
        {isPattern ? null : (
          <a className="button" href={linkOf(fromPath)}>
            {words.open}
          </a>
        )}
      </div>
      <RedirectAnswer frame={frame} state={state} />
      <Group title={words.change} text={words.changeText}>
        <form action={changeRedirectAction} className="fields">
          <input type="hidden" name="id" value={id} />
          <RedirectFields
            frame={frame}
            form="change"
            state={state?.form === 'change' && state.error ? state : undefined}
            redirect={typed}
          />
          <div>
            <button className="button primary" type="submit">
              {words.save}
            </button>
          </div>
        </form>
      </Group>
      <Group title={words.remove} text={words.removeText}>
        <form action={removeRedirectAction}>
          <input type="hidden" name="id" value={id} />
          <button className="button stop" type="submit">
            {words.remove}
          </button>
        </form>
      </Group>
    </NewsroomPage>
  )
}
