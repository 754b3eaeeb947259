import { useMemo } from 'react'
import type { ArticleLabel } from '@/generated/sqlite/enums'
import { type AddressFacts, pathFor } from '@/lib/articles/editing/address'
import { NEWSROOM_LANGUAGES } from '@/lib/i18n/admin-words'
import { fieldsWordsFor } from '@/lib/i18n/fields-words'
import type { WritingWords } from '@/lib/i18n/writing-words'
import { newSlug } from '@/lib/wordpress/text/slug'
import { AddressFields } from './address-fields'
import { AiFields } from './ai-fields'
import { BylineFields } from './byline-fields'
import { ChosenList } from './chosen-list'
import { LeadImageFields } from './lead-image-fields'
import { Choice, Part } from './part'
import type { WriterProps, Written } from './props'
import { SeoFields } from './seo-fields'
import { SettingsFields } from './settings-fields'
import { TagField } from './tag-field'
import { TranslationField } from './translation-field'
import type { useStep } from './use-step'

type Props = WriterProps & {
  words: WritingWords
  content: Written
  set(next: Partial<Written>): void
  versions: Parameters<typeof useStep>[1]
  saveNow(): Promise<boolean>
}

/** What belongs to an article beside its text. Each part says its value when it is closed. */
export function DetailsPanel(props: Props) {
  const { words, content, set, locale: language, address } = props
  const { fields } = words
  const said = useMemo(() => fieldsWordsFor(language), [language])
  const { leadImage, slug, locale, noIndex, seoTitle, aiUse } = content
  const languages: Record<string, string> = { ...NEWSROOM_LANGUAGES }
  const path = pathFor(address.facts, slugFrom(slug, content.headline, address.facts), ...address.by)
  const until = props.settings.embargoUntil.at ? said.settings.embargo : ''
  const isPage = address.facts.kind === 'PAGE'
  return (
    <>
      {/* A standing page is the publication's own, and is filed nowhere: where it stands is arranged among the pages. */}
      {isPage ? null : <ArticleParts {...props} said={said} />}
      <Part title={fields.lead} now={leadImage?.alt ?? ''}>
        <LeadImageFields words={words} locale={language} image={leadImage} set={(image) => set({ leadImage: image })} />
      </Part>
      <Part title={fields.address} now={slug}>
        <AddressFields {...props} said={said} path={path} />
      </Part>
      <Part title={said.seo.title} now={noIndex ? said.seo.hidden : (seoTitle ?? '')}>
        <SeoFields said={said} content={content} site={props.site} path={path} set={set} />
      </Part>
      <Part title={said.ai.title} now={said.ai.uses[aiUse]}>
        <AiFields said={said} content={content} set={set} />
      </Part>
      <Part title={said.settings.title} now={until}>
        <SettingsFields {...props} said={said} />
      </Part>
      <Part title={fields.language} now={languages[locale] ?? locale}>
        <Choice
          id="language"
          label={fields.language}
          value={locale}
          options={[...new Set([locale, ...Object.keys(languages)])].map((tag) => [tag, languages[tag] ?? tag])}
          onChange={(tag) => set({ locale: tag })}
        />
        <TranslationField
          words={words}
          said={said}
          articleId={props.article.id}
          translation={props.translation}
          content={content}
          set={set}
        />
      </Part>
    </>
  )
}

/** Whose it is, where it is filed, and what kind of article it is. */
function ArticleParts(props: Props & { said: ReturnType<typeof fieldsWordsFor> }) {
  const { words, said, content, choices, set } = props
  const { fields, labels } = words
  const { authorIds, bylineOverride, label } = content
  return (
    <>
      <Part title={fields.byline} now={bylineOverride ?? authorIds.map((id) => nameOf(choices.authors, id)).join(', ')}>
        <BylineFields words={words} said={said} authors={choices.authors} content={content} set={set} />
      </Part>
      <Part title={fields.filed} now={nameOf(choices.categories, content.primaryCategoryId)} isOpen>
        <Filed {...props} />
        <TagField
          words={words}
          said={said}
          tags={choices.tags}
          mayMake={props.may.makeTag}
          content={content}
          set={set}
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
    </>
  )
}

/** As a save makes it (lib/articles/editing/settle-mutations.ts). */
function slugFrom(typed: string, headline: string, { slug, hasBeenPublic }: AddressFacts): string {
  if (typed === slug || (hasBeenPublic && !typed)) return slug
  return typed || headline ? newSlug(typed || headline) : slug
}

const nameOf = (all: { id: number; name: string }[], id: number | null) => all.find((one) => one.id === id)?.name ?? ''

function Filed({ words, content, choices, set }: Props) {
  const { fields } = words
  const { primaryCategoryId, categoryIds } = content
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
    </>
  )
}

const indented = (path: string) => '\u2007'.repeat(2 * path.split('/').length - 2)
