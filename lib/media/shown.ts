/**
 * True when the page may carry an <img> for it: reader pages load pictures from the site alone, and none whose file
 * is missing.
 */
export function isShown(src: string, missing: ReadonlySet<string>): boolean {
  return src.startsWith('/') && !src.startsWith('//') && !missing.has(src)
}
