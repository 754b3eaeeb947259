import { createHash } from 'node:crypto'
import { decodeSlug } from './addresses'
import { hasPlaceholders } from './seo-fields'
import type { Survey } from './survey'
import { isCategory } from './survey-terms'
import type { WxrItem } from './wxr-record'

/** Raised when posts are to be imported anew by everybody's next run: their text comes out better. */
const VERSION = 2

/** Numbers of attachments and blocks that a body may refer to, in all the ways there are of naming one. */
const REFERENCES = /wp-image-(\d+)|"(?:id|ref|mediaId)":(\d+)|\bids=["']?([\d, ]+)|"ids":\[([\d, ]+)\]/g

/** What an item is imported from: its own text, and of others what it shows of them. The same for the same, always. */
export function itemHash(item: WxrItem, survey: Survey): string {
  const hash = createHash('sha256').update(`${VERSION} ${survey.digest}`)
  const write = (...texts: (string | number)[]) => {
    for (const text of texts) hash.update(`\0${text}`)
  }
  for (const [name, text] of item.fields) write(name, text)
  for (const term of item.terms) {
    write(term.domain, term.slug, term.name)
    if (isCategory(term)) write(survey.terms.categoryPath(decodeSlug(term.slug)) ?? '')
  }
  for (const { key, value } of item.meta) write(key, value)
  if (hasPlaceholders(item.meta)) write(survey.title, survey.tagline, ...survey.authors.namesOf(item))
  for (const comment of item.comments) for (const [name, text] of comment) write(name, text)
  for (const id of referencesOf(item)) {
    const media = survey.media.get(id)
    write(id, media ? JSON.stringify(media) : '', survey.blocks.get(id) ?? '')
  }
  const id = Number(item.fields.get('post_id'))
  for (const child of survey.media.childrenOf(id)) write(JSON.stringify(child))
  const page = survey.pages.get(id)
  if (page && !page.published) write(survey.pagePath(id))
  return hash.digest('base64url')
}

function referencesOf({ fields, meta }: WxrItem): Set<number> {
  const body = fields.get('content') ?? ''
  const lists = Array.from(body.matchAll(REFERENCES), (match) => match.slice(1).find(Boolean) ?? '')
  const thumbnails = meta.filter(({ key }) => key === '_thumbnail_id').map(({ value }) => value)
  const numbers = [...lists, ...thumbnails].flatMap((list) => list.match(/\d{1,10}/g) ?? []).map(Number)
  return new Set(numbers)
}
