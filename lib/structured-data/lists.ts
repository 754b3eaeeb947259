import type { BreadcrumbList, CollectionPage, ProfilePage } from 'schema-dts'
import { encodePath } from '@/lib/articles/paths'
import type { ArticleCard } from '@/lib/articles/view'
import type { Author } from '@/lib/authors/author'
import type { Frame } from '@/lib/site/frame'
import { websiteId } from './organization'
import { profile } from './person'

/** The same items as the breadcrumb of the page (components/site/breadcrumb.tsx); the last is the page itself. */
export function breadcrumbList(
  { siteUrl, words }: Frame,
  above: { name: string; href: string }[],
  here: string,
): BreadcrumbList {
  const items = [{ name: words.home, href: '/' }, ...above]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...items.map(({ name, href }, i) => ({
        '@type': 'ListItem' as const,
        position: i + 1,
        name,
        item: siteUrl + href,
      })),
      { '@type': 'ListItem' as const, position: items.length + 1, name: here },
    ],
  }
}

/** A list of articles: an archive's page. */
export function collectionPage(
  { siteUrl, locale }: Frame,
  { name, path, description, articles }: { name: string; path: string; description: string; articles: ArticleCard[] },
): CollectionPage {
  return {
    '@type': 'CollectionPage',
    '@id': siteUrl + path,
    url: siteUrl + path,
    name,
    description,
    inLanguage: locale,
    isPartOf: { '@id': websiteId(siteUrl) },
    ...(articles.length && {
      mainEntity: {
        '@type': 'ItemList' as const,
        itemListElement: articles.map((article, i) => ({
          '@type': 'ListItem' as const,
          position: i + 1,
          url: siteUrl + encodePath(article.path),
        })),
      },
    }),
  }
}

/** The page of an author. */
export function profilePage(frame: Frame, author: Author, path: string): ProfilePage {
  return {
    '@type': 'ProfilePage',
    '@id': frame.siteUrl + path,
    url: frame.siteUrl + path,
    inLanguage: frame.locale,
    isPartOf: { '@id': websiteId(frame.siteUrl) },
    mainEntity: profile(frame, author),
  }
}
