/** "/the-last-boat/2/" is page 2 of "/the-last-boat/"; null where the address does not end so. */
export function partPageNumber(path: string): { bases: [string, string]; page: number } | null {
  const match = /^(.+?)\/(\d{1,4})\/?$/.exec(path)
  const base = match?.[1]
  if (!base) return null
  // Stored with a last slash or without: either may be what the number was put behind.
  return { bases: [`${base}/`, base], page: Number(match[2]) }
}

/** "/the-last-boat/comment-page-3/" is page 3 of the discussion of "/the-last-boat/"; null where it does not end so. */
export function partCommentPage(path: string): { bases: [string, string]; page: number } | null {
  const match = /^(.+?)\/comment-page-(\d{1,5})\/?$/.exec(path)
  const base = match?.[1]
  return base ? { bases: [`${base}/`, base], page: Number(match[2]) } : null
}
