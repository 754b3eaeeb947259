import { Parser } from 'htmlparser2'

/** A list of links is no article, and its readers are not to be told by the hundred. */
const MOST_LINKS = 50

/** The pages on other sites that a body links to, each once and without its fragment, in the order of the text. */
export function outboundLinks(body: string, siteUrl: string): string[] {
  const found = new Set<string>()
  const own = new URL(siteUrl).host
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name !== 'a' || href === undefined || !/^https?:\/\//i.test(href) || !URL.canParse(href)) return
      const url = new URL(href)
      url.hash = ''
      if (url.host !== own && !url.username && !url.password) found.add(url.href)
    },
  })
  parser.end(body)
  return [...found].slice(0, MOST_LINKS)
}
