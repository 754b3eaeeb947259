import { type ArticleInput, UNSAID } from '@/lib/articles/input'
import { articlePath, decodePath } from '@/lib/articles/paths'
import { firstWords } from '@/lib/markup/first-words'
import { plainText } from '@/lib/markup/plain-text'
import type { Image } from '@/lib/media/image'
import { decodeSlug, lastSegment, linkPath } from './addresses'
import { type ImportedComment, importedComment } from './comment-input'
import { type OrderedComment, orderComments } from './comment-order'
import { type PostDates, postDates } from './dates'
import { type FilingIds, filedUnder, otherTerms, seoFacts } from './filing'
import { keptMeta, metaValue } from './kept-meta'
import { oldPaths } from './old-paths'
import { plainLine } from './plain-line'
import type { ImportedBody } from './post-body'
import type { ImportReport } from './report'
import { importedSeo } from './seo-fields'
import { stableNumber } from './stable-number'
import { type ImportedStanding, statusOf } from './status'
import type { Survey } from './survey'
import { newSlug } from './text/slug'
import { localeOf } from './translated'
import { field, numberField, type WxrItem } from './wxr-record'

/** A post or page as it is imported, before it is known which addresses are free and which numbers rows have. */
export type ImportedArticle = {
  sourceId: number
  /** `path` is the one that it asks for. */
  input: ArticleInput
  /** Former addresses. */
  oldPaths: string[]
  comments: OrderedComment<ImportedComment>[]
  /** Comments of kinds that readers never saw as comments. */
  leftOut: ImportedComment[]
}

export type ArticleContext = {
  survey: Survey
  /** Of authors by their source name. */
  ids: FilingIds & { authors: ReadonlyMap<string, number> }
  /** True for the decoded path of an image whose file is here. */
  isStored(path: string): boolean
  report: ImportReport
}

const EXCERPT_WORDS = 55
/** What newspapers' themes and plugins keep the sentence under the headline as. */
const DEK = /^_?(?:newspack_|tie_|jnews_|bs_)?(?:article_subtitle|post_subtitle)$|^(?:wps|kia)_subtitle$/
/** A save right after publishing is no revision. */
const REVISED_AFTER_MS = 60_000

export const sourceIdOf = ({ fields }: WxrItem): number =>
  numberField(fields, 'post_id') || stableNumber(field(fields, 'guid'), field(fields, 'link'), field(fields, 'title'))

/** What an item of the type post or page is here as far as its status says; null: it is not imported. */
export function standingOf({ fields }: WxrItem, survey: Survey, now: Date): ImportedStanding | null {
  const locked = field(fields, 'post_password') !== ''
  const { publishedAt, guessed } = datesOf(fields, survey)
  return statusOf({ status: field(fields, 'status'), locked, date: guessed ? null : publishedAt }, now)
}

const datesOf = (fields: WxrItem['fields'], survey: Survey): PostDates =>
  postDates(fields, survey.zone.zone, survey.exportedAt)

export function importedArticle(
  item: WxrItem,
  hash: string,
  standing: ImportedStanding,
  body: ImportedBody,
  context: ArticleContext,
): ImportedArticle {
  const { survey, report } = context
  const { fields, meta } = item
  const sourceId = sourceIdOf(item)
  const kind = field(fields, 'post_type') === 'page' ? 'PAGE' : 'ARTICLE'
  const headline = plainLine(fields.get('title') ?? '')
  const dates = datesOf(fields, survey)
  const isPublic = standing.status === 'PUBLISHED'
  const { slug, path } = addressOf(item, headline, dates, isPublic, context)
  const leadImage = leadImageOf(item, context)
  const { meta: kept, dropped } = keptMeta(meta)
  const taxonomies = otherTerms(item)
  const dek = plainLine(meta.find(({ key, value }) => DEK.test(key) && value.trim() !== '')?.value ?? '') || null
  const excerpt = excerptOf(fields.get('excerpt') ?? '', dek, body.teaser)
  const { unknown, ...seo } = importedSeo(meta, { ...seoFacts(item, survey), headline, dek, excerpt, path })
  const status = field(fields, 'status')
  const name = headline || path
  if (unknown.length)
    report.note(
      'words for search engines have placeholders that only a plugin fills; they are left out',
      `${name} (${unknown.join(' ')})`,
    )
  if (!headline) report.note('texts without a title are “(untitled)”', path)
  if (dates.guessed) report.note('texts without a date are as old as the export', name)
  if (standing.why) report.note(`texts were ${standing.why}`, name)
  if (field(fields, 'is_sticky') === '1') report.note('texts were pinned to the front; nothing is pinned here', name)
  if (dropped.length)
    report.note('texts with more metadata than is kept (64 KB)', `${name} (${dropped.slice(0, 3).join(', ')})`)
  report.lose(body.losses)
  return {
    sourceId,
    oldPaths: isPublic ? oldPaths(path, meta) : [],
    ...commentsOf(item, dates.publishedAt, survey),
    input: {
      kind,
      status: standing.status,
      path,
      slug,
      headline: headline || '(untitled)',
      kicker: null,
      dek,
      excerpt,
      label: 'NEWS',
      body: body.html,
      readBody: body.read,
      locale: localeOf(item, survey.locale),
      bylineOverride: null,
      leadImage,
      document: null,
      ...UNSAID,
      ...seo,
      missingImages: missingImages(leadImage, body.images, context),
      commentsOpen: field(fields, 'comment_status') === 'open',
      pinnedUntil: null,
      publishAt: standing.status === 'SCHEDULED' ? dates.publishedAt : null,
      publishedAt: isPublic ? dates.publishedAt : null,
      publishedDay: isPublic ? dates.day : null,
      revisedAt: isPublic ? revisedAt(dates) : null,
      trashedAt: standing.trashed ? trashedAt(item, dates) : null,
      createdAt: dates.publishedAt,
      ...filedUnder(item, survey, context.ids),
      authorIds: authorIdsOf(item, name, context),
      parentId: null,
      position: kind === 'PAGE' ? Number.parseInt(field(fields, 'menu_order'), 10) || 0 : 0,
      // WordPress gives every post one; a converter's export may have none, and a second run must make the same.
      guid: field(fields, 'guid') || `${survey.key}/?p=${sourceId}`,
      source: {
        site: survey.key,
        id: sourceId,
        hash,
        notes: {
          status,
          ...(field(fields, 'post_password') !== '' && { locked: true }),
          ...(Object.keys(taxonomies).length && { terms: taxonomies }),
          ...(Object.keys(kept).length && { meta: kept }),
          ...(Object.keys(body.losses).length && { losses: body.losses }),
        },
      },
      corrections: [],
    },
  }
}

/**
 * Of what is published the path is what its link says, decoded and otherwise untouched; drafts have links that lead
 * to nothing, so theirs is made of the site's pattern and the slug.
 */
function addressOf(
  { fields }: WxrItem,
  headline: string,
  { day }: PostDates,
  isPublic: boolean,
  { survey, report }: ArticleContext,
): { slug: string; path: string } {
  const id = numberField(fields, 'post_id')
  const isPage = field(fields, 'post_type') === 'page'
  const link = isPublic ? linkPath(field(fields, 'link'), survey.base) : null
  const named = decodeSlug(field(fields, 'post_name')).replace(/__trashed(?:-\d+)?$/, '')
  const linked = link === null ? '' : lastSegment(link)
  const slug =
    [named, linked, headline && newSlug(headline)].find((one) => one && !/^\.+$|\//.test(one)) ?? `text-${id}`
  if (link !== null && link !== '/') return { slug, path: link }
  const made =
    isPage && survey.pages.has(id)
      ? survey.pagePath(id)
      : articlePath(isPage ? '/%slug%/' : survey.pattern.pattern, slug, day)
  if (link === '/') report.note('page was the front; it has an address of its own here', made)
  else if (isPublic) report.note('published texts have no address of their own in the export; one was made', made)
  return { slug, path: made }
}

function leadImageOf({ meta }: WxrItem, { survey, report }: ArticleContext): Image | null {
  const id = Number.parseInt(metaValue(meta, '_thumbnail_id'), 10)
  if (!(id > 0)) return null
  const media = survey.media.get(id)
  if (!media) report.note('lead images are not among the attachments of the export', `attachment ${id}`)
  if (!media) return null
  const { path, alt, caption, width, height } = media
  return { src: path, alt: plainLine(alt), caption: plainLine(caption), credit: '', width, height }
}

/** The texts' own addresses of images on this site whose file is not here. */
function missingImages(lead: Image | null, images: readonly string[], { isStored }: ArticleContext): string[] {
  const all = new Set([...(lead ? [lead.src] : []), ...images])
  return [...all].filter((src) => src.startsWith('/') && !src.startsWith('//') && !isStored(decodePath(src)))
}

/** As it was written; else what stands above the "more" mark, where that is no longer than an excerpt. */
function excerptOf(written: string, dek: string | null, teaser: string | null): string | null {
  const excerpt = plainLine(written)
  if (excerpt || dek || teaser === null) return excerpt || null
  return firstWords(plainText(teaser), EXCERPT_WORDS) || null
}

/**
 * WordPress moves the date with every save, also of a tag or a comma: it is the best there is, and only where it is
 * clearly later than publication.
 */
function revisedAt({ publishedAt, modifiedAt }: PostDates): Date | null {
  return modifiedAt && modifiedAt.getTime() > publishedAt.getTime() + REVISED_AFTER_MS ? modifiedAt : null
}

function trashedAt({ meta }: WxrItem, { publishedAt, modifiedAt }: PostDates): Date {
  const seconds = Number(metaValue(meta, '_wp_trash_meta_time'))
  return seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000) : (modifiedAt ?? publishedAt)
}

function authorIdsOf(item: WxrItem, name: string, { survey, ids, report }: ArticleContext): number[] {
  const names = survey.authors.bylineOf(item)
  const creator = field(item.fields, 'creator')
  if (!names.length)
    report.note(
      'texts are by somebody the export does not know; they have no author',
      `${creator || '(nobody)'} (${name})`,
    )
  // Two of them may be one here by now.
  return [...new Set(names.flatMap((source) => ids.authors.get(source) ?? []))]
}

function commentsOf({ comments }: WxrItem, publishedAt: Date, survey: Survey) {
  const all = comments.map((fields) => {
    const comment = importedComment(fields, survey.zone.zone, publishedAt)
    return { ...comment, kept: comment.kind !== null }
  })
  return { comments: orderComments(all), leftOut: all.filter(({ kept }) => !kept) }
}
