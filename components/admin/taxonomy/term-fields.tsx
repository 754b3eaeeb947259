import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { taxonomyWordsFor } from '@/lib/i18n/taxonomy-words'
import { LONGEST_DESCRIPTION, LONGEST_NAME } from '@/lib/taxonomy/names'
import { WordedField } from '../worded-field'

type Words = { name: string; slug: string; description: string; locale?: string | null }
type Props = {
  frame: NewsroomFrame
  form: string
  state: FormState | undefined
  term?: Words
  slugHint: string
  /** Of a category. */
  language?: boolean
}

/** What is written of a category or a tag. */
export function TermFields({ frame, form, state, term, slugHint, language = false }: Props) {
  const words = taxonomyWordsFor(frame.locale)
  const field = { frame, form, state }
  return (
    <>
      <TermField {...field} name="name" label={words.name} value={term?.name} maxLength={LONGEST_NAME} required />
      <TermField {...field} name="slug" label={words.slug} value={term?.slug} hint={slugHint} />
      <TermField
        {...field}
        name="description"
        label={words.description}
        value={term?.description}
        hint={words.descriptionHint}
        maxLength={LONGEST_DESCRIPTION}
        lines={3}
      />
      {language ? (
        <TermField
          {...field}
          name="locale"
          label={words.language}
          value={term?.locale ?? ''}
          hint={words.languageHint}
          maxLength={35}
        />
      ) : null}
    </>
  )
}

type FieldProps = Pick<Props, 'frame' | 'form' | 'state'> & {
  name: string
  label: string
  value?: string | undefined
  hint?: string
  maxLength?: number
  required?: boolean
  lines?: number
}

export function TermField({ frame, ...field }: FieldProps) {
  const { refused } = taxonomyWordsFor(frame.locale)
  return <WordedField {...field} refused={{ ...frame.words.form.errors, ...refused }} />
}
