import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatCount } from '@/lib/i18n/format'
import { redirectsWordsFor } from '@/lib/i18n/redirects-words'
import { importRedirectsAction } from '@/lib/redirects/actions'
import type { RefusedLine } from '@/lib/redirects/import-mutations'
import { NewsroomPage } from '../page'
import { RedirectAnswer } from './redirect-answer'

type Props = { frame: NewsroomFrame; state: FormState | undefined }

/** Redirects from a file: first looked through, then written; what cannot be used stays in the field, to be mended. */
export function ImportPage({ frame, state }: Props) {
  const words = redirectsWordsFor(frame.locale)
  const page = words.importing
  const shown = state?.shown
  const count = (name: string) => Number(shown?.[name] ?? 0)
  const ready = state?.done === 'looked' ? count('added') + count('replaced') : 0
  const text = typeof shown?.text === 'string' ? shown.text : (state?.values.text ?? '')
  const replaces = (shown?.replaces ?? state?.values.replaces) === 'on'
  return (
    <NewsroomPage frame={frame} title={page.title} section="redirects">
      <p>
        <a href="/admin/redirects/">{words.back}</a>
      </p>
      <div className="page-head">
        <div className="grow">
          <h1>{page.title}</h1>
          <p className="meta">{page.intro}</p>
        </div>
      </div>
      <RedirectAnswer frame={frame} state={state} />
      {shown ? <Report frame={frame} state={state} /> : null}
      <form action={importRedirectsAction} className="fields">
        <div className="field">
          <label htmlFor="import-file">{page.file}</label>
          <input
            id="import-file"
            type="file"
            name="file"
            accept=".csv,text/csv,text/plain"
            aria-describedby="import-hint"
          />
          <p className="hint" id="import-hint">
            {page.fileHint}
          </p>
        </div>
        <div className="field">
          <label htmlFor="import-text">{page.text}</label>
          <textarea
            id="import-text"
            name="text"
            rows={12}
            dir="ltr"
            spellCheck={false}
            defaultValue={text}
            key={text.length}
          />
        </div>
        <label className="tick">
          <input type="checkbox" name="replaces" defaultChecked={replaces} />
          <span>{page.replaces}</span>
        </label>
        <div className="ends">
          <button className={ready ? 'button' : 'button primary'} type="submit" name="step" value="look">
            {shown ? page.again : page.look}
          </button>
          {ready ? (
            <button className="button primary" type="submit" name="step" value="import">
              {page.now(ready)}
            </button>
          ) : null}
        </div>
      </form>
    </NewsroomPage>
  )
}

function Report({ frame, state }: Props) {
  const words = redirectsWordsFor(frame.locale)
  const page = words.importing
  const { shown = {} } = state ?? {}
  const count = (name: string) => formatCount(Number(shown[name] ?? 0), frame.locale)
  const lines = [shown.lines ?? []].flat().map((line) => JSON.parse(line) as RefusedLine)
  const refused = Number(shown.refused ?? 0)
  return (
    <section aria-label={page.title}>
      <p>{page.would(count('added'), count('replaced'), count('same'))}</p>
      {refused ? (
        <>
          <p>
            <b>{page.refused(refused)}</b> {page.left}
          </p>
          <table className="list people redirects">
            <caption className="unseen">{page.refusedList}</caption>
            <thead>
              <tr>
                <th scope="col">{page.line}</th>
                <th scope="col">{page.says}</th>
                <th scope="col">{page.why}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ number, text, reason, about }) => (
                <tr key={number}>
                  <td data-is={page.line}>{formatCount(number, frame.locale)}</td>
                  <td data-is={page.says}>
                    <bdi className="address" dir="ltr">
                      {text}
                    </bdi>
                  </td>
                  <td data-is={page.why}>
                    <span>
                      {words.refused[reason]}{' '}
                      {about ? (
                        <bdi className="address" dir="ltr">
                          {about}
                        </bdi>
                      ) : null}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {refused > lines.length ? <p>{page.more(refused - lines.length)}</p> : null}
        </>
      ) : null}
    </section>
  )
}
