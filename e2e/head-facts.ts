import { Parser } from 'htmlparser2'

type Attributes = Record<string, string>

export type HeadFacts = {
  lang: string
  dir: string
  titles: string[]
  links: Attributes[]
  metas: Attributes[]
  /** Bodies of the scripts that hold JSON-LD. */
  said: string[]
}

/** What stands in the head of a page, as it was sent. */
export function headOf(html: string): HeadFacts {
  const head: HeadFacts = { lang: '', dir: '', titles: [], links: [], metas: [], said: [] }
  let within = ''
  let isHead = true
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') Object.assign(head, { lang: attributes.lang ?? '', dir: attributes.dir ?? '' })
      if (!isHead) return
      if (name === 'link') head.links.push(attributes)
      if (name === 'meta') head.metas.push(attributes)
      if (name === 'title') head.titles.push('')
      if (attributes.type === 'application/ld+json') head.said.push('')
      within = name === 'title' || attributes.type === 'application/ld+json' ? name : ''
    },
    ontext(text) {
      const list = within === 'title' ? head.titles : within === 'script' ? head.said : null
      if (list?.length) list.push((list.pop() ?? '') + text)
    },
    onclosetag(name) {
      within = ''
      if (name === 'head') isHead = false
    },
  })
  parser.end(html)
  return head
}

export const metaOf = ({ metas }: HeadFacts, name: string): string[] =>
  metas.filter((meta) => (meta.property ?? meta.name) === name).map(({ content }) => content ?? '')

export const hrefsOf = ({ links }: HeadFacts, rel: string): string[] =>
  links
    .filter((link) => link.rel === rel && !link.hreflang && !link.type?.includes('rss'))
    .map(({ href }) => href ?? '')
