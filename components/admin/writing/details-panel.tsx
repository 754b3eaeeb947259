import type { ArticleLabel } from '@/generated/sqlite/enums'
import type { Choices } from '@/lib/articles/admin-queries'
import { NEWSROOM_LANGUAGES } from '@/lib/i18n/admin-words'
import type { WritingWords } from '@/lib/i18n/writing-words'
import { ChosenList } from './chosen-list'
import type { Written } from './props'

type Props = {
  words: WritingWords
  locale: string
  content: Written
  choices: Choices
  set(next: Partial<Written>): void
}

/** What belongs to an article beside its text. Each part says its value when it is closed. */
export function DetailsPanel({ words, content, choices, set }: Props) {
  const { fields, labels } = words
  const { authorIds, tagIds, categoryIds, primaryCategoryId, bylineOverride, leadImage } = content
  const nameOf = (all: { id: number; name: string }[], id: number | null) =>
    all.find((one) => one.id === id)?.name ?? ''
  const languages: Record<string, string> = { ...NEWSROOM_LANGUAGES }
  const lead = leadImage ?? { src: '', alt: '', caption: '', credit: '', width: null, height: null }
  const setLead = (next: Partial<typeof lead>) => {
    const image = { ...lead, ...next }
    set({ leadImage: image.src.trim() ? image : null })
  }
  return (
    <>
      <details>
        <summary>
          {fields.byline}{' '}
          <bdi className="now">{bylineOverride ?? authorIds.map((id) => nameOf(choices.authors, id)).join(', ')}</bdi>
        </summary>
        <div className="inside">
          <ChosenList
            words={words}
            id="authors"
            label={fields.authors}
            add={fields.addAuthor}
            all={choices.authors}
            chosen={authorIds}
            onChange={(ids) => set({ authorIds: ids })}
            isOrdered
          />
          <Text
            id="override"
            label={fields.bylineOverride}
            value={bylineOverride ?? ''}
            onChange={(text) => set({ bylineOverride: text || null })}
          />
        </div>
      </details>
      <details open>
        <summary>
          {fields.filed} <bdi className="now">{nameOf(choices.categories, primaryCategoryId)}</bdi>
        </summary>
        <div className="inside">
          <div className="field">
            <label htmlFor="category">{fields.category}</label>
            <select
              id="category"
              value={primaryCategoryId ?? ''}
              onChange={(event) => set({ primaryCategoryId: Number(event.target.value) || null })}
            >
              <option value="">{fields.noCategory}</option>
              {choices.categories.map(({ id, path, name }) => (
                <option key={id} value={id}>
                  {'\u2007'.repeat(2 * path.split('/').length - 2)}
                  {name}
                </option>
              ))}
            </select>
          </div>
          <ChosenList
            words={words}
            id="others"
            label={fields.others}
            add={fields.others}
            all={choices.categories}
            chosen={categoryIds.filter((id) => id !== primaryCategoryId)}
            onChange={(ids) => set({ categoryIds: ids })}
          />
          <ChosenList
            words={words}
            id="tags"
            label={fields.tags}
            add={fields.addTag}
            all={choices.tags}
            chosen={tagIds}
            onChange={(ids) => set({ tagIds: ids })}
          />
        </div>
      </details>
      <details>
        <summary>
          {fields.lead} <bdi className="now">{leadImage?.alt}</bdi>
        </summary>
        <div className="inside">
          <Text id="lead-src" label={fields.src} value={lead.src} onChange={(src) => setLead({ src })} dir="ltr" />
          <Text id="lead-alt" label={fields.alt} value={lead.alt} onChange={(alt) => setLead({ alt })} />
          <Text
            id="lead-caption"
            label={fields.caption}
            value={lead.caption}
            onChange={(caption) => setLead({ caption })}
          />
          <Text id="lead-credit" label={fields.credit} value={lead.credit} onChange={(credit) => setLead({ credit })} />
        </div>
      </details>
      <details>
        <summary>
          {fields.label} <span className="now">{labels[content.label]}</span>
        </summary>
        <div className="inside">
          <div className="field">
            <label htmlFor="label">{fields.label}</label>
            <select
              id="label"
              value={content.label}
              onChange={(event) => set({ label: event.target.value as ArticleLabel })}
            >
              {Object.entries(labels).map(([label, name]) => (
                <option key={label} value={label}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        </div>
      </details>
      <details>
        <summary>
          {fields.address} <bdi className="now">{content.slug}</bdi>
        </summary>
        <div className="inside">
          <Text
            id="slug"
            label={fields.slug}
            hint={fields.slugHint}
            value={content.slug}
            onChange={(slug) => set({ slug })}
          />
          <Text
            id="excerpt"
            label={fields.excerpt}
            hint={fields.excerptHint}
            value={content.excerpt ?? ''}
            onChange={(excerpt) => set({ excerpt: excerpt || null })}
          />
        </div>
      </details>
      <details>
        <summary>
          {fields.language} <span className="now">{languages[content.locale] ?? content.locale}</span>
        </summary>
        <div className="inside">
          <div className="field">
            <label htmlFor="language">{fields.language}</label>
            <select id="language" value={content.locale} onChange={(event) => set({ locale: event.target.value })}>
              {[...new Set([content.locale, ...Object.keys(languages)])].map((tag) => (
                <option key={tag} value={tag}>
                  {languages[tag] ?? tag}
                </option>
              ))}
            </select>
          </div>
        </div>
      </details>
    </>
  )
}

type TextProps = { id: string; label: string; value: string; hint?: string; dir?: 'ltr'; onChange(value: string): void }

function Text({ id, label, value, hint, dir, onChange }: TextProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        dir={dir ?? 'auto'}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
