/** "/the-last-boat/2/" is page 2 of "/the-last-boat/"; null where the address does not end so. */
export function partPageNumber(path: string): { base: string; page: number } | null {
  const match = /^(.+?)\/(\d{1,4})\/?$/.exec(path)
  return match?.[1] ? { base: `${match[1]}/`, page: Number(match[2]) } : null
}
