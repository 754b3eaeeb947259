/**
 * True for HTML that is one image and no word: what browsers put beside an image that was copied from a page. The image
 * itself is better than a line that leads to another site.
 */
export function isOnlyImage(html: string): boolean {
  const tags = html.replace(/<!--[\s\S]*?-->/g, '').match(/<[^>]*>/g) ?? []
  const images = tags.filter((tag) => /^<img\b/i.test(tag))
  return images.length === 1 && html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '').trim() === ''
}
