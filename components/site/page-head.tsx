import type { Thing } from 'schema-dts'
import { enhanceScript, stylesheet } from '@/generated/assets'
import { encodePath } from '@/lib/articles/paths'
import { feedPath, languagePath } from '@/lib/feeds/address'
import { territoryLocale } from '@/lib/i18n/locale'
import type { CardImage } from '@/lib/media/card-image'
import { oembedPath } from '@/lib/oembed/oembed'
import type { SiteFacts } from '@/lib/site/facts'
import type { Frame } from '@/lib/site/frame'
import { website } from '@/lib/structured-data/organization'
import type { Endpoints } from '@/lib/telling/endpoints'
import { StructuredData } from './structured-data'

/** What a page is when somebody passes it on. */
export type Shared = {
  type: 'article' | 'profile' | 'website'
  image?: CardImage | null
  publishedAt?: Date
  changedAt?: Date
  section?: string | undefined
  tags?: string[]
}

export type Head = {
  /** Without the site's name, which follows it; null on the front, where the name stands alone. */
  title: string | null
  /** What tells its title from another page's, for whoever lists pages by their titles. */
  titleNote?: string
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
  /** The same page in other languages and in its own. */
  translations?: { language: string; href: string }[]
  /** True where the language of the page has a feed of its own, if it is another than the site's. */
  hasLanguageFeed?: boolean
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
  const {
    title,
    titleNote,
    description,
    canonicalPath,
    noIndex,
    previousPath,
    nextPath,
    translations = [],
    feeds = [],
    things = [],
  } = head
  const canonical = head.canonicalUrl ?? (canonicalPath && siteUrl + canonicalPath)
  return (
    <head>
      <title>{title ? `${title}${titleNote ? ` (${titleNote})` : ''} – ${site.name}` : frontTitle(site)}</title>
      {description ? <meta name="description" content={description} /> : null}
      <meta name="robots" content={noIndex ? 'noindex, follow' : 'max-image-preview:large'} />
      {canonical ? <link rel="canonical" href={canonical} /> : null}
      {previousPath ? <link rel="prev" href={siteUrl + previousPath} /> : null}
      {nextPath ? <link rel="next" href={siteUrl + nextPath} /> : null}
      {translations.map(({ language, href }) => (
        <link key={language} rel="alternate" hrefLang={language} href={href} />
      ))}
      {canonical ? <SharedTags frame={frame} head={head} url={canonical} /> : null}
      <link rel="stylesheet" href={stylesheet} />
      {enhanced ? <script src={enhanceScript} defer /> : null}
      <link rel="alternate" type="application/rss+xml" title={site.name} href={siteFeed(frame, head)} />
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
      {things.length ? <StructuredData things={[...things, website(frame)]} /> : null}
    </head>
  )
}

/** Of the page's language, where there is one. */
const siteFeed = ({ locale, facts }: Frame, { hasLanguageFeed }: Head): string =>
  feedPath(hasLanguageFeed && locale !== facts.site.locale ? languagePath(locale) : '/')

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
      {otherLanguages(head, locale).map((other) => (
        <meta key={other} property="og:locale:alternate" content={territoryLocale(other)} />
      ))}
      <SharedImage frame={frame} image={image ?? iconOf(facts)} />
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

const otherLanguages = ({ translations = [] }: Head, own: string): string[] =>
  translations.map(({ language }) => language).filter((language) => language !== own && language !== 'x-default')

/** What stands for a page without a picture of its own: the square that stands for the site. */
const iconOf = ({ site }: SiteFacts): CardImage => ({
  src: '/icon-512.png',
  type: 'image/png',
  alt: site.name,
  width: 512,
  height: 512,
})

function SharedImage({ frame: { siteUrl }, image }: { frame: Frame; image: CardImage }) {
  const { src, type, alt, width, height } = image
  return (
    <>
      <meta property="og:image" content={siteUrl + encodePath(src)} />
      <meta property="og:image:type" content={type} />
      {width && height ? (
        <>
          <meta property="og:image:width" content={`${width}`} />
          <meta property="og:image:height" content={`${height}`} />
        </>
      ) : null}
      {alt ? <meta property="og:image:alt" content={alt} /> : null}
    </>
  )
}

function frontTitle({ name, tagline }: { name: string; tagline: string }): string {
  return tagline ? `${name}: ${tagline}` : name
}
