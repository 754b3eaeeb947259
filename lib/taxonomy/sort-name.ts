/**
 * What lists of all tags are sorted by: case and accents make no difference, as in WordPress's answers. Letter by letter it
 * is the same order in both databases, which have none in common for names.
 */
export function sortName(name: string): string {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return folded || name
}
