import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { editAuthorAction } from '@/lib/authors/actions'
import type { AuthorLine } from '@/lib/authors/admin-queries'
import { LONGEST_BEAT, LONGEST_BIO, MOST_LINKS } from '@/lib/authors/schema'
import { authorsWordsFor } from '@/lib/i18n/authors-words'
import { LONGEST_NAME } from '@/lib/taxonomy/names'
import { Group } from '../group'
import { WordedField } from '../worded-field'
import { inForm } from './author-answer'
import { PortraitField } from './portrait-field'

type Props = { frame: NewsroomFrame; author: AuthorLine; state: FormState | undefined }

/** What readers learn about an author. */
export function ProfileForm({ frame, author, state }: Props) {
  const words = authorsWordsFor(frame.locale)
  const field = inForm(frame, state, 'profile')
  const { id, name, slug, bio, beat, locale, spellings, portrait, seen } = author
  const wrong = field.state?.errors.portraitSrc ?? (field.state?.error === 'pictureMissing' ? 'pictureMissing' : null)
  return (
    <form action={editAuthorAction}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <Group title={words.who} text={words.whoText}>
        <WordedField {...field} name="name" label={words.name} value={name} maxLength={LONGEST_NAME} required />
        {frame.viewer && may(frame.viewer, 'authors.arrange') ? (
          <WordedField {...field} name="slug" label={words.slug} value={slug} hint={words.slugHint} />
        ) : null}
        <WordedField
          {...field}
          name="spellings"
          label={words.spellings}
          value={spellings.join('\n')}
          hint={words.spellingsHint}
          lines={3}
        />
      </Group>
      <Group title={words.about} text={words.aboutText}>
        <WordedField
          {...field}
          name="beat"
          label={words.beat}
          value={beat}
          hint={words.beatHint}
          maxLength={LONGEST_BEAT}
        />
        <WordedField
          {...field}
          name="bio"
          label={words.bio}
          value={bio}
          hint={words.bioHint}
          maxLength={LONGEST_BIO}
          lines={6}
        />
        <WordedField
          {...field}
          name="locale"
          label={words.language}
          value={locale ?? ''}
          hint={words.languageHint}
          maxLength={35}
          dir="ltr"
        />
      </Group>
      <Group title={words.photo} text={words.photoText}>
        <PortraitField
          locale={frame.locale}
          id="profile-portraitSrc"
          src={field.state?.values.portraitSrc ?? portrait?.src ?? ''}
          label={words.photoSrc}
          hint={words.photoSrcHint}
          error={wrong ? (words.refused[wrong] ?? null) : null}
        />
        <WordedField
          {...field}
          name="portraitAlt"
          label={words.photoAlt}
          value={portrait?.alt ?? ''}
          hint={words.photoAltHint}
          maxLength={300}
        />
      </Group>
      <Group title={words.links} text={words.linksText}>
        <LinkFields frame={frame} author={author} state={state} />
        <div>
          <button className="button primary" type="submit">
            {words.save}
          </button>
        </div>
      </Group>
    </form>
  )
}

const LEFT_OPEN = 2

/** Those there are, and two to fill in; one without an address goes. */
function LinkFields({ frame, author: { links }, state }: Props) {
  const words = authorsWordsFor(frame.locale)
  const field = inForm(frame, state, 'profile')
  const count = Math.min(links.length + LEFT_OPEN, MOST_LINKS)
  return Array.from({ length: count }, (_, at) => (
    <div className="fields two" key={links[at]?.url ?? `open ${at}`}>
      <WordedField
        {...field}
        name={`url${at}`}
        label={words.linkUrl(at + 1)}
        value={links[at]?.url}
        maxLength={1_000}
        dir="ltr"
      />
      <WordedField
        {...field}
        name={`label${at}`}
        label={words.linkLabel(at + 1)}
        value={links[at]?.label}
        maxLength={80}
      />
    </div>
  ))
}
