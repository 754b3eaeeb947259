import { type CanonicalBody, canonicalBody } from '@/lib/markup/canonical-body'

/**
 * The border "HTML body": the only way HTML gets into a stored body, whoever wrote it.
 *
 * Answers the canonical form, in which only the elements and attributes of lib/markup/vocabulary.ts and
 * lib/markup/attributes.ts are left, and what was taken out, counted: elements by name, "style attribute",
 * "event handler", "href address", "id attribute". A canonical body comes back as it is. Never throws.
 */
export function sanitiseBody(html: string): CanonicalBody {
  return canonicalBody(html)
}
