import type { AiUse } from '@/generated/sqlite/enums'
import type { ArticleDocument, DocumentNode } from '@/lib/documents/document'
import { linkFaults } from './link-checks'

export type CheckFacts = {
  kind: 'ARTICLE' | 'PAGE'
  headline: string
  dek: string | null
  primaryCategoryId: number | null
  hasByline: boolean
  leadImage: { alt: string; credit: string } | null
  seoTitle: string | null
  seoDescription: string | null
  noIndex: boolean
  aiUse: AiUse
  aiNote: string | null
  document: ArticleDocument
  /** The origin of the site's own addresses. */
  siteUrl: string
}

export type CheckKind =
  | 'headlineMissing'
  | 'altMissing'
  | 'textMissing'
  | 'linkInside'
  | 'linkNowhere'
  | 'linkVague'
  | 'headlineLong'
  | 'dekMissing'
  | 'categoryMissing'
  | 'bylineMissing'
  | 'creditMissing'
  | 'headingOrder'
  | 'seoTitleLong'
  | 'seoDescriptionLong'
  | 'hiddenFromSearch'
  | 'aiNoteMissing'

/** `must`: it is not published so. The rest is advice. `count`: how many images or links, where there are some. */
export type Check = { kind: CheckKind; must: boolean; count: number }

/**
 * About how many characters of a title and a description a search result shows. They are cut by width, differently on each
 * screen, so no number is exact, and a longer one is no fault.
 */
export const SHOWN_TITLE = 60
export const SHOWN_DESCRIPTION = 155

/** The beginning of a text as a search result would show it, parted between words where it can be. */
export function shownTo(text: string, about: number): string {
  const letters = [...text]
  if (letters.length <= about) return text
  const cut = letters.slice(0, about).join('')
  return `${cut.replace(/\s+\S*$/, '') || cut} …`
}

/** What stands between an article and its readers, the worst first. */
export function checksOf(facts: CheckFacts): Check[] {
  const { headline, dek, primaryCategoryId, hasByline, leadImage, document } = facts
  // A standing page is filed nowhere, and nobody's own.
  const isArticle = facts.kind === 'ARTICLE'
  const title = facts.seoTitle?.trim() ?? ''
  const nodes = allNodes(document)
  const images = nodes.filter(({ type }) => type === 'image')
  const withoutAlt = images.filter(
    ({ attrs = {} }) => !attrs.decorative && String(attrs.alt ?? '').trim() === '',
  ).length
  const withoutCredit = images.filter(({ attrs = {} }) => String(attrs.credit ?? '').trim() === '').length
  const links = linkFaults(document, facts.siteUrl)
  const leadWithoutAlt = leadImage?.alt.trim() === '' ? 1 : 0
  const leadWithoutCredit = leadImage?.credit.trim() === '' ? 1 : 0
  const found: [kind: CheckKind, must: boolean, count: number][] = [
    ['headlineMissing', true, headline.trim() === '' ? 1 : 0],
    [
      'textMissing',
      true,
      nodes.some(({ text, type }) => text?.trim() || type === 'image' || type === 'rawHtml') ? 0 : 1,
    ],
    ['altMissing', true, withoutAlt + leadWithoutAlt],
    ['linkInside', true, links.inside],
    ['linkNowhere', false, links.nowhere],
    ['linkVague', false, links.vague],
    // Where another title is written for them the headline may be as long as it likes.
    ['headlineLong', false, !title && isLonger(headline, SHOWN_TITLE) ? 1 : 0],
    ['dekMissing', false, dek?.trim() ? 0 : 1],
    ['categoryMissing', false, isArticle && primaryCategoryId === null ? 1 : 0],
    ['bylineMissing', false, isArticle && !hasByline ? 1 : 0],
    ['creditMissing', false, withoutCredit + leadWithoutCredit],
    ['headingOrder', false, skipsHeading(nodes) ? 1 : 0],
    ['seoTitleLong', false, isLonger(title, SHOWN_TITLE) ? 1 : 0],
    ['seoDescriptionLong', false, isLonger(facts.seoDescription?.trim() ?? '', SHOWN_DESCRIPTION) ? 1 : 0],
    ['hiddenFromSearch', false, facts.noIndex ? 1 : 0],
    ['aiNoteMissing', false, facts.aiUse !== 'NONE' && !facts.aiNote?.trim() ? 1 : 0],
  ]
  return found.filter(([, , count]) => count > 0).map(([kind, must, count]) => ({ kind, must, count }))
}

const isLonger = (text: string, than: number): boolean => [...text].length > than

function allNodes(node: DocumentNode): DocumentNode[] {
  return [node, ...(node.content ?? []).flatMap(allNodes)]
}

/** True where a heading stands two steps below the one before it, or the first is none of the highest. */
function skipsHeading(nodes: readonly DocumentNode[]): boolean {
  let before = 1
  for (const { type, attrs } of nodes) {
    if (type !== 'heading') continue
    const level = Number(attrs?.level ?? 2)
    if (level > before + 1) return true
    before = level
  }
  return false
}
