import { newSlug } from '@/lib/wordpress/text/slug'

/** In characters. */
export const LONGEST_NAME = 80
export const LONGEST_DESCRIPTION = 1_000

/** Last parts of an address that mean something else there: "/category/harbour/page/2/", "/category/harbour/feed/". */
const TAKEN = new Set(['page', 'feed', 'embed', 'amp'])

export type NameFault = 'nameMissing' | 'nameLong' | 'slugWrong'
export type DescriptionFault = 'descriptionLong'
export type Named = { ok: true; name: string; slug: string } | { ok: false; reason: NameFault }

/** The name and the last part of the address as they are stored. An empty slug is made of the name. */
export function named(typedName: string, typedSlug: string): Named {
  const name = oneLine(typedName)
  if (!/[\p{L}\p{N}]/u.test(name)) return { ok: false, reason: 'nameMissing' }
  if ([...name].length > LONGEST_NAME) return { ok: false, reason: 'nameLong' }
  const wanted = oneLine(typedSlug) || name
  if (!/[\p{L}\p{N}]/u.test(wanted)) return { ok: false, reason: 'slugWrong' }
  const slug = newSlug(wanted)
  return TAKEN.has(slug) ? { ok: false, reason: 'slugWrong' } : { ok: true, name, slug }
}

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** Lines stay, control characters go. */
export const described = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\P{Cc}]/gu, '')
    .trim()

/** A description as it is stored, where it is not too long to be written; one that nobody touched stays as it came. */
export function describedAnew(typed: string, was: string): string | null {
  const description = described(typed)
  if (description === described(was)) return was
  return [...description].length > LONGEST_DESCRIPTION ? null : description
}
