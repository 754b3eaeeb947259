import { Parser } from 'htmlparser2'

/** Something that a page leads to, as an absolute address without its fragment. */
export type Link = {
  url: string
  /** "a", "img", "link alternate application/rss+xml". */
  as: string
  /** True where an author wrote it, and no template of ours. */
  isWritten: boolean
}

export type PageFacts = {
  title: string
  canonical: string | null
  noIndex: boolean
  /** What it says in JSON-LD. */
  structured: string[]
}

/** Names that others ask for, which nobody follows. */
const NO_ADDRESS = new Set(['preconnect', 'dns-prefetch'])

/** A picture that did not come along is named by its address, above the text as in it. */
const WRITTEN = /(^| )(article-body|footnotes|comment-text|comment-author|missing-image)( |$)/

/** What machines read of a page, and everything that it leads to. */
export function readPage(html: string, url: string): { page: PageFacts; links: Link[] } {
  const page: PageFacts = { title: '', canonical: null, noIndex: false, structured: [] }
  const links: Link[] = []
  let isTitle = false
  let isData = false
  /** How many elements are open from the text of an article or a comment on; 0 outside of them. */
  let written = 0
  const add = (address: string | undefined, as: string) => {
    if (address === undefined || !URL.canParse(address, url)) return
    const target = new URL(address, url)
    target.hash = ''
    if (/^https?:$/.test(target.protocol)) links.push({ url: target.href, as, isWritten: written > 0 })
  }
  const parser = new Parser({
    onopentag(name, { href, src, srcset, rel, type, name: called, content, class: kinds = '' }) {
      if (written > 0 || WRITTEN.test(kinds)) written++
      // A drawing further down may have a title of its own.
      if (name === 'title') isTitle = page.title === ''
      if (name === 'script' && type === 'application/ld+json') {
        isData = true
        page.structured.push('')
      }
      if (name === 'a' || name === 'area') add(href, 'a')
      if (name === 'link' && !NO_ADDRESS.has(rel ?? '')) add(href, ['link', rel, type].filter(Boolean).join(' '))
      if (name === 'link' && rel === 'canonical' && href) page.canonical = href
      if (name === 'meta' && called === 'robots') page.noIndex = /noindex/.test(content ?? '')
      add(src, name)
      for (const candidate of srcset?.split(',') ?? []) add(candidate.trim().split(/\s/)[0], name)
    },
    ontext(text) {
      if (isTitle) page.title += text
      if (isData) page.structured.push((page.structured.pop() ?? '') + text)
    },
    onclosetag(name) {
      if (written > 0) written--
      if (name === 'title') isTitle = false
      if (name === 'script') isData = false
    },
  })
  parser.end(html)
  return { page, links }
}
