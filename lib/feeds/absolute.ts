/** A drawn body with its own addresses made absolute: in a feed reader "/about/" leads nowhere. */
export function absoluteAddresses(html: string, siteUrl: string): string {
  // Canonical HTML writes attributes in this one way; in text the quotation mark would be an entity.
  return html.replace(/ (href|src)="\/(?!\/)/g, ` $1="${siteUrl}/`)
}

const TYPES: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** Media type by the ending of a path; JPEG for what has none. */
export function imageType(path: string): string {
  return TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'image/jpeg'
}
