import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import type { MediaItem } from '@/lib/media/admin-queries'
import { dayText } from '@/lib/media/library-list'
import { LICENCES } from '@/lib/media/licences'
import { Group } from '../group'
import { WordedField } from '../worded-field'

type Props = { frame: NewsroomFrame; media: MediaItem; state: FormState | undefined }

/** What allows a file to be shown, by whom, and until when. */
export function RightsFields({ frame, media, state }: Props) {
  const words = libraryWordsFor(frame.locale)
  const field = { form: 'words', state, refused: words.refused }
  return (
    <Group title={words.rightsTitle} text={words.rightsText}>
      <div className="fields two">
        <div className="field">
          <label htmlFor="words-licence">{words.kind}</label>
          <span className="choose">
            <select id="words-licence" name="licence" defaultValue={state?.values.licence ?? media.licence}>
              <option value="">{words.noLicence}</option>
              {LICENCES.map((licence) => (
                <option key={licence} value={licence}>
                  {words.licences[licence]}
                </option>
              ))}
            </select>
          </span>
        </div>
        <WordedField
          {...field}
          name="rightsUntil"
          type="date"
          dir="ltr"
          label={words.until}
          value={dayText(media.rightsUntil)}
        />
      </div>
      <WordedField {...field} name="rights" label={words.rights} value={media.rights} maxLength={500} />
      <WordedField
        {...field}
        name="origin"
        label={words.origin}
        value={media.origin}
        hint={words.originHint}
        maxLength={300}
      />
      <div>
        <button className="button primary" type="submit">
          {words.save}
        </button>
      </div>
    </Group>
  )
}
