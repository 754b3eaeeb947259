import { z } from 'zod'
import { canonicalLocale } from '@/lib/i18n/locale'
import { described, LONGEST_NAME } from '@/lib/taxonomy/names'
import { outsideAddress } from './bio'

/** What the forms of authors may contain. Messages are keys of words (lib/i18n/authors-en.ts). */
export const LONGEST_BIO = 4_000
export const LONGEST_BEAT = 120
export const MOST_LINKS = 12
export const MOST_SPELLINGS = 20

const id = z.coerce.number().int().positive().max(2_000_000_000)
const oneLine = (typed: string): string =>
  typed
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
const line = (most: number, long: string) =>
  z.string().max(4_000, long).default('').transform(oneLine).pipe(z.string().max(most, long))
const name = z.string().max(LONGEST_NAME * 4, 'nameLong')
const slug = z.string().max(400, 'slugWrong').default('')
const sure = z.literal('on', 'sureMissing')

const spellings = z
  .string()
  .max(LONGEST_NAME * 4 * MOST_SPELLINGS, 'spellingsLong')
  .default('')
  .transform((typed) => [
    ...new Set(
      typed
        .split(/[\r\n]+/)
        .map(oneLine)
        .filter(Boolean),
    ),
  ])
  .refine((all) => all.length <= MOST_SPELLINGS && all.every((one) => one.length <= LONGEST_NAME), 'spellingsLong')

const locale = line(35, 'languageWrong').transform((typed, context) => {
  if (!typed) return null
  const tag = canonicalLocale(typed)
  if (tag === undefined) context.addIssue({ code: 'custom', message: 'languageWrong' })
  return tag ?? null
})

export const newAuthorSchema = z.object({ name, slug })
export const authorIdSchema = z.object({ id })
export const mergeAuthorSchema = z.object({ id, into: z.string().max(LONGEST_NAME * 4), sure })
export const linkSchema = z.object({ id, userId: z.string().max(64).default('') })

/** The fields of links are numbered: "label0", "url0"; those without an address are left out. */
export const authorSchema = z
  .looseObject({
    id,
    seen: z.string().max(64),
    name,
    slug,
    bio: z
      .string()
      .max(LONGEST_BIO * 2, 'bioLong')
      .default('')
      .transform(described)
      .pipe(z.string().max(LONGEST_BIO, 'bioLong')),
    beat: line(LONGEST_BEAT, 'beatLong'),
    locale,
    spellings,
    portraitSrc: line(1_000, 'pictureMissing'),
    portraitAlt: line(300, 'altLong'),
  })
  .transform(({ portraitSrc, portraitAlt, ...typed }, context) => {
    const links: { label: string; url: string }[] = []
    for (let at = 0; at < MOST_LINKS; at++) {
      const [label, address] = [typed[`label${at}`], typed[`url${at}`]].map((one) => oneLine(String(one ?? '')))
      if (!address) continue
      const url = outsideAddress(address)
      if (url === null || url.length > 1_000 || url.startsWith('/'))
        context.addIssue({ code: 'custom', path: [`url${at}`], message: 'linkWrong' })
      else links.push({ label: (label || hostOf(url)).slice(0, 80), url })
    }
    const {
      id: authorId,
      seen,
      name: typedName,
      slug: typedSlug,
      bio,
      beat,
      locale: language,
      spellings: others,
    } = typed
    return {
      ...{
        id: authorId,
        seen,
        name: typedName,
        slug: typedSlug,
        bio,
        beat,
        locale: language,
        spellings: others,
        links,
      },
      portrait: portraitSrc ? { src: portraitSrc, alt: portraitAlt } : null,
    }
  })
export type AuthorWords = Omit<z.output<typeof authorSchema>, 'id' | 'seen'>

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '') || url.replace(/^mailto:/, '')
