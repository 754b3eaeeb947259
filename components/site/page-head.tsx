import type { Thing } from 'schema-dts'
import { enhanceScript, stylesheet } from '@/generated/assets'
import { feedPath } from '@/lib/feeds/address'
import { territoryLocale } from '@/lib/i18n/locale'
import { oembedPath } from '@/lib/oembed/oembed'
import type { Frame } from '@/lib/site/frame'
import type { Endpoints } from '@/lib/telling/endpoints'
import { StructuredData } from './structured-data'

/** What a page is when somebody passes it on. */
export type Shared = {
  type: 'article' | 'profile' | 'website'
  /** Absolute; sizes are real or left out. */
  image?: { url: string; alt: string; width: number | null; height: number | null } | null
  publishedAt?: Date
  changedAt?: Date
  section?: string | undefined
  tags?: string[]
}

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
  /** Encoded paths of the pages before and after it, of a list or of a long article. */
  previousPath?: string | null
  nextPath?: string | null
  /** Feeds beside the site's own. */
  feeds?: { title: string; path: string }[]
  /** Absolute address of an article that other sites may show as a card. */
  embeddable?: string
  /** Where other sites say that they link to it. */
  endpoints?: Endpoints
  shared?: Shared | undefined
  /** What it says to machines. */
  things?: Thing[]
}

/** Everything in a page's head. `enhanced`: our script has something to add. */
export function PageHead({ frame, head, enhanced }: { frame: Frame; head: Head; enhanced: boolean }) {
  const { facts, siteUrl } = frame
  const { site } = facts
  const { title, description, canonicalPath, noIndex, previousPath, nextPath, feeds = [], things = [] } = head
  const canonical = head.canonicalUrl ?? (canonicalPath && siteUrl + canonicalPath)
  return (
    <head>
      <title>{title ? `${title} – ${site.name}` : frontTitle(site)}</title>
      {description ? <meta name="description" content={description} /> : null}
      <meta name="robots" content={noIndex ? 'noindex, follow' : 'max-image-preview:large'} />
      {canonical ? <link rel="canonical" href={canonical} /> : null}
      {previousPath ? <link rel="prev" href={siteUrl + previousPath} /> : null}
      {nextPath ? <link rel="next" href={siteUrl + nextPath} /> : null}
      {canonical ? <SharedTags frame={frame} head={head} url={canonical} /> : null}
      <link rel="stylesheet" href={stylesheet} />
      {enhanced ? <script src={enhanceScript} defer /> : null}
      <link rel="alternate" type="application/rss+xml" title={site.name} href={feedPath('/')} />
      {feeds.map((feed) => (
        <link key={feed.path} rel="alternate" type="application/rss+xml" title={feed.title} href={feed.path} />
      ))}
      {head.embeddable ? (
        <>
          <link rel="alternate" type="application/json+oembed" href={siteUrl + oembedPath(head.embeddable, 'json')} />
          <link rel="alternate" type="text/xml+oembed" href={siteUrl + oembedPath(head.embeddable, 'xml')} />
        </>
      ) : null}
      {head.endpoints?.webmention ? <link rel="webmention" href={head.endpoints.webmention} /> : null}
      {head.endpoints?.pingback ? <link rel="pingback" href={head.endpoints.pingback} /> : null}
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/site.webmanifest" />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#131516" media="(prefers-color-scheme: dark)" />
      <StructuredData things={things} />
    </head>
  )
}

/** Open Graph, and what of the cards of others it does not say. */
function SharedTags({ frame, head, url }: { frame: Frame; head: Head; url: string }) {
  const { facts, locale } = frame
  const { type = 'website', image, publishedAt, changedAt, section, tags = [] }: Partial<Shared> = head.shared ?? {}
  return (
    <>
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={facts.site.name} />
      <meta property="og:title" content={head.title ?? facts.site.name} />
      {head.description ? <meta property="og:description" content={head.description} /> : null}
      <meta property="og:url" content={url} />
      <meta property="og:locale" content={territoryLocale(locale)} />
      {image ? <meta property="og:image" content={image.url} /> : null}
      {image?.width && image.height ? (
        <>
          <meta property="og:image:width" content={`${image.width}`} />
          <meta property="og:image:height" content={`${image.height}`} />
        </>
      ) : null}
      {image?.alt ? <meta property="og:image:alt" content={image.alt} /> : null}
      {publishedAt ? <meta property="article:published_time" content={publishedAt.toISOString()} /> : null}
      {changedAt ? <meta property="article:modified_time" content={changedAt.toISOString()} /> : null}
      {section ? <meta property="article:section" content={section} /> : null}
      {tags.map((tag) => (
        <meta key={tag} property="article:tag" content={tag} />
      ))}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  )
}

function frontTitle({ name, tagline }: { name: string; tagline: string }): string {
  return tagline ? `${name}: ${tagline}` : name
}
