import { isBylineRole } from '@/lib/articles/byline-roles'
import type { Content } from '@/lib/articles/editing/content'
import { type DiffPart, diffWords } from '@/lib/documents/diff'
import { fieldsWordsFor } from '@/lib/i18n/fields-words'
import { languageName, listParts } from '@/lib/i18n/format'
import { writingWordsFor } from '@/lib/i18n/writing-words'

/** What ids in a content are called; what is not here was deleted meanwhile. */
export type ContentNames = Record<'categories' | 'tags' | 'authors' | 'parents', ReadonlyMap<number, string>>

export type FieldChange = { label: string; before: DiffPart[]; after: DiffPart[] }

type Field = { label: string; text(content: Content): string | null }

/** Everything besides the text that two versions of an article say differently; `before` is null for its first. */
export function changedFields(
  before: Content | null,
  after: Content,
  names: ContentNames,
  locale: string,
): FieldChange[] {
  return fieldsOf(names, locale).flatMap(({ label, text }) => {
    const [was, is] = [before ? (text(before) ?? '') : '', text(after) ?? '']
    return was === is ? [] : [{ label, ...diffWords(was, is) }]
  })
}

function fieldsOf(names: ContentNames, locale: string): Field[] {
  const { fields, labels, revisions } = writingWordsFor(locale)
  const { seo, ai, byline, translation } = fieldsWordsFor(locale)
  const named = (all: ReadonlyMap<number, string>, id: number) => all.get(id) ?? revisions.gone(id)
  const list = (items: string[]) => listParts(items, locale).reduce((text, { value }) => text + value, '')
  const inOrder = (all: ReadonlyMap<number, string>, ids: number[]) =>
    list(ids.map((id) => named(all, id)).sort((a, b) => a.localeCompare(b, locale)))
  const credited = ({ authorIds, authorRoles }: Content) =>
    authorIds.map((id) => {
      const role = authorRoles[id]
      const says = role && isBylineRole(role) ? byline.roles[role] : role
      return says ? `${named(names.authors, id)} (${says})` : named(names.authors, id)
    })
  const or = (id: number | null, all: ReadonlyMap<number, string>) => (id === null ? null : named(all, id))
  return [
    { label: fields.headline, text: ({ headline }) => headline },
    { label: fields.kicker, text: ({ kicker }) => kicker },
    { label: fields.dek, text: ({ dek }) => dek },
    { label: fields.excerpt, text: ({ excerpt }) => excerpt },
    { label: fields.byline, text: (content) => list(credited(content)) },
    { label: fields.bylineOverride, text: ({ bylineOverride }) => bylineOverride },
    { label: fields.category, text: ({ primaryCategoryId }) => or(primaryCategoryId, names.categories) },
    {
      label: fields.others,
      text: ({ categoryIds, primaryCategoryId }) =>
        inOrder(
          names.categories,
          categoryIds.filter((id) => id !== primaryCategoryId),
        ),
    },
    { label: fields.tags, text: ({ tagIds }) => inOrder(names.tags, tagIds) },
    { label: fields.lead, text: ({ leadImage }) => leadImage?.src ?? null },
    { label: fields.alt, text: ({ leadImage }) => leadImage?.alt ?? null },
    { label: fields.caption, text: ({ leadImage }) => leadImage?.caption ?? null },
    { label: fields.credit, text: ({ leadImage }) => leadImage?.credit ?? null },
    { label: fields.label, text: ({ label }) => labels[label] },
    { label: fields.language, text: (content) => languageName(content.locale, locale) },
    {
      // By its number: its headline is not everybody's to read.
      label: translation.of,
      text: ({ translationOfId }) => (translationOfId === null ? null : translation.article(translationOfId)),
    },
    { label: fields.slug, text: ({ slug }) => slug },
    { label: revisions.parent, text: ({ parentId }) => or(parentId, names.parents) },
    { label: seo.seoTitle, text: ({ seoTitle }) => seoTitle },
    { label: seo.description, text: ({ seoDescription }) => seoDescription },
    { label: seo.canonical, text: ({ canonicalUrl }) => canonicalUrl },
    { label: seo.noIndex, text: ({ noIndex }) => (noIndex ? revisions.yes : revisions.no) },
    { label: ai.use, text: ({ aiUse }) => ai.uses[aiUse] },
    { label: ai.note, text: ({ aiNote }) => aiNote },
  ]
}
