import { Parser } from 'htmlparser2'
import { parseLinkHeader } from './link-header'

/** What a page says of itself, as far as it was read. `html` is null for what is no page. */
export type Discovered = { url: string; linkHeader: string | undefined; html: string | null }

/**
 * Where a page wants to be told that it is linked to: what its head says first, then the first element that says so, be it a
 * link or something to press. An empty address is the page itself. Null: nowhere. Source: w3.org/TR/webmention, 3.1.2.
 */
export function findEndpoint({ url, linkHeader, html }: Discovered): string | null {
  const said = parseLinkHeader(linkHeader ?? '').find(({ rels }) => rels.includes('webmention'))
  if (said) return absolute(said.target, url)
  return html === null ? null : firstElement(html, url)
}

function firstElement(html: string, url: string): string | null {
  let base = url
  let endpoint: string | null = null
  const parser = new Parser({
    onopentag(name, { href, rel = '' }) {
      if (href === undefined || endpoint !== null) return
      if (name === 'base') base = absolute(href, url) ?? base
      const isSaid = rel.toLowerCase().split(/\s+/).includes('webmention')
      if (isSaid && (name === 'link' || name === 'a')) endpoint = absolute(href, base)
    },
  })
  parser.end(html)
  return endpoint
}

const absolute = (address: string, base: string): string | null =>
  URL.canParse(address, base) ? new URL(address, base).href : null
