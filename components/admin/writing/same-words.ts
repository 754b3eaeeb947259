import type { Written } from './props'

/** What a person writes; slug and filing are put in order by whoever stores them. */
const WORDS = [
  'headline',
  'kicker',
  'dek',
  'excerpt',
  'label',
  'locale',
  'bylineOverride',
  'leadImage',
  'authorIds',
  'authorRoles',
  'primaryCategoryId',
  'seoTitle',
  'seoDescription',
  'noIndex',
  'aiUse',
  'aiNote',
  'translationOfId',
  'document',
] as const satisfies (keyof Written)[]

/** True where both say the same: a save may have arrived although its page was gone before it heard so. */
export function saysTheSame(one: Written, other: Written): boolean {
  return WORDS.every((name) => ordered(one[name]) === ordered(other[name]))
}

/** Databases give the keys of an object back in an order of their own. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
