import type { Asked } from './parameters'
import { spanOf } from './sifting'

type Listed = { number: number; slug: string; name: string; count: number }

/** A page of those terms or people that are asked for among these. */
export function listTerms<Term extends Listed>(all: readonly Term[], asked: Asked): { page: Term[]; total: number } {
  const include = asked.integers('include')
  const exclude = asked.integers('exclude')
  const slugs = asked.words('slug')?.map(decodedSlug)
  const search = asked.text('search')?.trim().toLowerCase()
  const shown = all.filter(
    ({ number, slug, name, count }) =>
      (!include || include.includes(number)) &&
      !exclude?.includes(number) &&
      (!slugs || slugs.includes(slug)) &&
      (!search || name.toLowerCase().includes(search) || slug.includes(search)) &&
      (!asked.boolean('hide_empty') || count > 0),
  )
  shown.sort(orderOf(asked.text('orderby') ?? 'name', include ?? []))
  if (asked.text('order') === 'desc') shown.reverse()
  const { skip, take } = spanOf(asked)
  return { page: shown.slice(skip, skip + take), total: shown.length }
}

function orderOf(orderby: string, include: number[]): (a: Listed, b: Listed) => number {
  switch (orderby) {
    case 'id':
      return (a, b) => a.number - b.number
    case 'count':
      return (a, b) => a.count - b.count || a.number - b.number
    case 'slug':
      return (a, b) => compare(a.slug, b.slug)
    case 'include':
      return (a, b) => include.indexOf(a.number) - include.indexOf(b.number)
    default:
      return (a, b) => compare(a.name, b.name) || a.number - b.number
  }
}

const { compare } = new Intl.Collator('en')

/** As it is stored here; WordPress has it encoded. */
export function decodedSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize('NFC')
  } catch {
    return slug
  }
}
