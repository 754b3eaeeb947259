import type { ReactNode } from 'react'
import type { ArticleLabel } from '@/generated/sqlite/enums'
import type { Choices } from '@/lib/articles/admin-queries'
import { NEWSROOM_LANGUAGES } from '@/lib/i18n/admin-words'
import type { WritingWords } from '@/lib/i18n/writing-words'
import { ChosenList } from './chosen-list'
import { LeadImageFields } from './lead-image-fields'
import { LineField } from './line-field'
import type { Written } from './props'

type Props = {
  words: WritingWords
  locale: string
  content: Written
  choices: Choices
  set(next: Partial<Written>): void
}

/** What belongs to an article beside its text. Each part says its value when it is closed. */
export function DetailsPanel({ words, locale: newsroomLocale, content, choices, set }: Props) {
  const { fields, labels } = words
  const { authorIds, bylineOverride, leadImage, slug, excerpt, locale, label } = content
  const languages: Record<string, string> = { ...NEWSROOM_LANGUAGES }
  return (
    <>
      <Part title={fields.byline} now={bylineOverride ?? authorIds.map((id) => nameOf(choices.authors, id)).join(', ')}>
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
        <LineField
          id="override"
          label={fields.bylineOverride}
          value={bylineOverride ?? ''}
          onChange={(text) => set({ bylineOverride: text || null })}
        />
      </Part>
      <Part title={fields.filed} now={nameOf(choices.categories, content.primaryCategoryId)} isOpen>
        <Filed words={words} content={content} choices={choices} set={set} />
      </Part>
      <Part title={fields.lead} now={leadImage?.alt ?? ''}>
        <LeadImageFields
          words={words}
          locale={newsroomLocale}
          image={leadImage}
          set={(image) => set({ leadImage: image })}
        />
      </Part>
      <Part title={fields.label} now={labels[label]}>
        <Choice
          id="label"
          label={fields.label}
          value={label}
          options={Object.entries(labels)}
          onChange={(chosen) => set({ label: chosen as ArticleLabel })}
        />
      </Part>
      <Part title={fields.address} now={slug}>
        <LineField
          id="slug"
          label={fields.slug}
          hint={fields.slugHint}
          value={slug}
          onChange={(text) => set({ slug: text })}
        />
        <LineField
          id="excerpt"
          label={fields.excerpt}
          hint={fields.excerptHint}
          value={excerpt ?? ''}
          onChange={(text) => set({ excerpt: text || null })}
        />
      </Part>
      <Part title={fields.language} now={languages[locale] ?? locale}>
        <Choice
          id="language"
          label={fields.language}
          value={locale}
          options={[...new Set([locale, ...Object.keys(languages)])].map((tag) => [tag, languages[tag] ?? tag])}
          onChange={(tag) => set({ locale: tag })}
        />
      </Part>
    </>
  )
}

const nameOf = (all: { id: number; name: string }[], id: number | null) => all.find((one) => one.id === id)?.name ?? ''

function Filed({ words, content, choices, set }: Omit<Props, 'locale'>) {
  const { fields } = words
  const { primaryCategoryId, categoryIds, tagIds } = content
  const others = categoryIds.filter((id) => id !== primaryCategoryId)
  return (
    <>
      <Choice
        id="category"
        label={fields.category}
        value={String(primaryCategoryId ?? '')}
        options={[
          ['', fields.noCategory],
          ...choices.categories.map(({ id, path, name }): [string, string] => [String(id), indented(path) + name]),
        ]}
        // The one before is left, unless it is chosen among the others.
        onChange={(id) => set({ primaryCategoryId: Number(id) || null, categoryIds: others })}
      />
      <ChosenList
        words={words}
        id="others"
        label={fields.others}
        add={fields.others}
        all={choices.categories}
        chosen={others}
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
    </>
  )
}

const indented = (path: string) => '\u2007'.repeat(2 * path.split('/').length - 2)

type PartProps = { title: string; now: string; isOpen?: boolean; children: ReactNode }

function Part({ title, now, isOpen = false, children }: PartProps) {
  return (
    <details open={isOpen}>
      <summary>
        {title} <bdi className="now">{now}</bdi>
      </summary>
      <div className="inside">{children}</div>
    </details>
  )
}

type ChoiceProps = {
  id: string
  label: string
  value: string
  options: [value: string, name: string][]
  onChange(value: string): void
}

function Choice({ id, label, value, options, onChange }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
