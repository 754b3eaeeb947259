import type { ReactNode } from 'react'
import { enhanceScript, stylesheet } from '@/generated/assets'
import type { Frame } from '@/lib/site/frame'
import { Footer } from './footer'
import { Masthead } from './masthead'

export type Head = {
  /** Without the site's name, which follows it; null on the front, where the name stands alone. */
  title: string | null
  description: string
  /** Encoded path of the one address of this page; null for a page that is none (404, errors). */
  canonicalPath: string | null
  /** Absolute, where the same text has its home elsewhere. */
  canonicalUrl?: string | null
  /** True: search engines leave it out of their index but follow its links. */
  noIndex?: boolean
  /** What belongs to the head of this kind of page alone. */
  more?: ReactNode
}

/** A whole page: head, masthead, `children` as its main part, footer. */
export function Document({
  frame,
  head,
  currentCategoryId = null,
  front = false,
  enhanced = false,
  banner,
  children,
}: {
  frame: Frame
  head: Head
  currentCategoryId?: number | null
  front?: boolean
  /** True for a page with something that our script adds to (components/enhance/). */
  enhanced?: boolean
  /** Stands above everything, on a page that readers do not see. */
  banner?: ReactNode
  children: ReactNode
}) {
  const { facts, locale, dir, words, siteUrl } = frame
  const { site } = facts
  const canonical = head.canonicalUrl ?? (head.canonicalPath && siteUrl + head.canonicalPath)
  return (
    <html lang={locale} dir={dir}>
      <head>
        <title>{head.title ? `${head.title} – ${site.name}` : frontTitle(site)}</title>
        {head.description ? <meta name="description" content={head.description} /> : null}
        {head.noIndex ? <meta name="robots" content="noindex, follow" /> : null}
        {canonical ? <link rel="canonical" href={canonical} /> : null}
        {head.more}
        <link rel="stylesheet" href={stylesheet} />
        {enhanced ? <script src={enhanceScript} defer /> : null}
        <link rel="alternate" type="application/rss+xml" title={site.name} href="/feed/" />
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#131516" media="(prefers-color-scheme: dark)" />
      </head>
      <body>
        <a className="skip-link visually-hidden" href="#main">
          {words.skipToContent}
        </a>
        {banner}
        <Masthead frame={frame} currentCategoryId={currentCategoryId} front={front} />
        <main id="main" className={front ? 'page' : 'page with-margin'}>
          {children}
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  )
}

function frontTitle({ name, tagline }: { name: string; tagline: string }): string {
  return tagline ? `${name}: ${tagline}` : name
}
