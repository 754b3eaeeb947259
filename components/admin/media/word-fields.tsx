import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import type { MediaItem } from '@/lib/media/admin-queries'
import { Group } from '../group'
import { WordedField } from '../worded-field'

type Props = { frame: NewsroomFrame; media: MediaItem; state: FormState | undefined }

/** What is said of a file, as first words for articles. */
export function WordFields({ frame, media, state }: Props) {
  const words = libraryWordsFor(frame.locale)
  const field = { form: 'words', state, refused: words.refused }
  const isPicture = media.mimeType.startsWith('image/')
  return (
    <Group title={words.about} text={words.aboutText}>
      {isPicture ? (
        <>
          <WordedField
            {...field}
            name="alt"
            label={words.alt}
            value={media.alt}
            hint={words.altHint}
            lines={2}
            maxLength={1000}
          />
          <label className="tick">
            <input
              type="checkbox"
              name="decorative"
              defaultChecked={state ? state.values.decorative === 'on' : media.decorative}
            />{' '}
            {words.isDecorative}
          </label>
        </>
      ) : null}
      <WordedField {...field} name="caption" label={words.caption} value={media.caption} lines={3} maxLength={2000} />
      <WordedField {...field} name="credit" label={words.credit} value={media.credit} maxLength={300} />
      <WordedField
        {...field}
        name="title"
        label={words.name}
        value={media.title}
        hint={words.nameHint}
        maxLength={200}
      />
    </Group>
  )
}
