import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { chooseForFrontAction } from '@/lib/front/actions'
import type { FrontDesk } from '@/lib/front/admin-queries'
import { frontWordsFor } from '@/lib/i18n/front-words'
import { whenWords } from '@/lib/i18n/moments'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { Group } from '../group'
import { StatusWord } from '../status-word'
import { WordedField } from '../worded-field'
import { FrontAnswer } from './front-answer'

type Props = { frame: NewsroomFrame; desk: FrontDesk; typed: string; state: FormState | undefined }

/** Finds an article and says where it is to stand. */
export function ChooseArticle({ frame, desk: { found, version }, typed, state }: Props) {
  const words = frontWordsFor(frame.locale)
  const { now, locale, zone } = frame
  const field = { form: 'choose', state, refused: words.refused }
  return (
    <Group title={words.choose} text={words.chooseText}>
      <form className="finder" action="/admin/front/">
        <label htmlFor="words">{words.find}</label>
        <input id="words" name="q" type="search" defaultValue={typed} dir="auto" maxLength={200} />
        <button className="button" type="submit">
          {words.search}
        </button>
      </form>
      <FrontAnswer frame={frame} state={state} />
      {found.length ? (
        <form action={chooseForFrontAction} className="fields">
          <input type="hidden" name="version" value={version} />
          <fieldset className="choices">
            <legend>{words.found}</legend>
            {found.map(({ id, headline, status, hasChanges, publishedAt }) => (
              <label className="tick" key={id}>
                <input type="radio" name="articleId" value={id} required />
                <span>
                  <bdi>{headline}</bdi>{' '}
                  <span className="meta">
                    {status === 'PUBLISHED' && publishedAt ? (
                      whenWords(publishedAt, now, locale, zone)
                    ) : (
                      <StatusWord words={writingWordsFor(locale)} status={status} hasChanges={hasChanges} />
                    )}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <WordedField
            {...field}
            name="until"
            label={words.chooseUntil}
            hint={words.untilHint(zone)}
            type="datetime-local"
          />
          <div className="ends">
            <button className="button" type="submit" name="as" value="lead">
              {words.asLead}
            </button>
            <button className="button" type="submit" name="as" value="pin">
              {words.asPin}
            </button>
          </div>
        </form>
      ) : (
        <p className="empty">{words.foundNone}</p>
      )}
    </Group>
  )
}
