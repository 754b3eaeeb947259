import { undoBulkAction } from '@/lib/articles/bulk/actions'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { type DeskWords, deskWordsFor } from '@/lib/i18n/desk-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { FormAnswer } from '../form-answer'
import { Icon } from '../icon'

type Props = { frame: NewsroomFrame; state: FormState }

const ERRORS = ['chooseFirst', 'tagMissing', 'categoryMissing'] as const

/** What came of an act on several: how many it was done with, the way back, and which were left and why. */
export function BulkAnswer({ frame, state }: Props) {
  const page = deskWordsFor(frame.locale).list
  const general = writingWordsFor(frame.locale).refused
  const known = ERRORS.find((name) => name === state.error)
  const error = known ? page[known] : state.error === 'noticeMissing' && general.noticeMissing
  if (error) {
    return (
      <div className="notice stop" role="alert">
        <Icon name="stop" />
        <p>{error}</p>
      </div>
    )
  }
  const says = state.done && page.did[state.done as keyof DeskWords['list']['did']]
  if (!says) return <FormAnswer frame={frame} state={state} />
  const { count, refused, undo } = state.shown ?? {}
  const done = Number(count)
  return (
    <>
      {done > 0 ? (
        <div className="notice" role="status">
          <Icon name="done" />
          <p>{says(done)}</p>
          {typeof undo === 'string' ? (
            <form action={undoBulkAction}>
              <input type="hidden" name="undo" value={undo} />
              <button className="button" type="submit" data-key="z" aria-keyshortcuts="Z">
                {page.undo}
              </button>
            </form>
          ) : null}
        </div>
      ) : null}
      {Array.isArray(refused) && refused.length ? <Left frame={frame} refused={refused} /> : null}
    </>
  )
}

function Left({ frame: { locale }, refused }: { frame: NewsroomFrame; refused: string[] }) {
  const page = deskWordsFor(locale).list
  const general = writingWordsFor(locale).refused
  return (
    <div className="notice stop" role="alert">
      <Icon name="stop" />
      <div className="grow">
        <p>{page.left(refused.length)}</p>
        <ul>
          {refused.map((line) => {
            const [reason = '', id = '', ...headline] = line.split(' ')
            return (
              <li key={id}>
                <a className="serif" href={`/admin/articles/${id}/`} dir="auto">
                  {headline.join(' ') || page.unseen(Number(id))}
                </a>{' '}
                – {page.refused[reason] ?? general[reason] ?? general.failed}
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}
