/** "/the-last-boat/2/" is page 2 of "/the-last-boat/"; null where the address does not end so. */
export const partPageNumber = (path: string) => partNumber(/^(.+?)\/(\d{1,4})\/?$/, path)

/** "/the-last-boat/comment-page-3/" is page 3 of the discussion of "/the-last-boat/"; null where it does not end so. */
export const partCommentPage = (path: string) => partNumber(/^(.+?)\/comment-page-(\d{1,5})\/?$/, path)

function partNumber(pattern: RegExp, path: string): { base: string; page: number } | null {
  const match = pattern.exec(path)
  return match?.[1] ? { base: `${match[1]}/`, page: Number(match[2]) } : null
}
