/** How alike two slugs are: the share of letter pairs they have in common (Dice), from 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = new Map<string, number>()
  for (let i = 0; i < a.length - 1; i++) {
    const pair = a.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let i = 0; i < b.length - 1; i++) {
    const left = pairs.get(b.slice(i, i + 2)) ?? 0
    if (left > 0) {
      common++
      pairs.set(b.slice(i, i + 2), left - 1)
    }
  }
  const total = Math.max(0, a.length - 1) + Math.max(0, b.length - 1)
  return total ? (2 * common) / total : 0
}

const ALIKE = 0.4

/** The ids of those candidates that a misspelt or cut address most likely meant, the likeliest first. */
export function nearestSlugs(asked: string, candidates: { id: number; slug: string }[], count: number): number[] {
  return candidates
    .map(({ id, slug }) => ({ id, alike: likeness(asked, slug.toLowerCase()) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || b.id - a.id)
    .slice(0, count)
    .map(({ id }) => id)
}

/** The last part of an address that is a name and not a number: "/2026/11/the-last-boat/2/" asks for "the-last-boat". */
export function askedSlug(path: string): string {
  const named = path.split('/').filter((segment) => segment && !/^\d+$/.test(segment))
  return (named.at(-1) ?? '').toLowerCase()
}

/** "the-last-boat" as words, for the search field. */
export function wordsOfSlug(slug: string): string {
  return slug
    .replace(/[-_.+]+/g, ' ')
    .replace(/[\p{Cc}<>]/gu, '')
    .trim()
    .slice(0, 100)
}
