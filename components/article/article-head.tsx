import { encodePath } from '@/lib/articles/paths'
import { jsonForScript, structuredData } from '@/lib/articles/structured-data'
import type { ArticleView } from '@/lib/articles/view'
import { isShown } from '@/lib/media/image'
import type { Frame } from '@/lib/site/frame'

/** What link cards (ogp.me) and search engines (schema.org) read of an article. */
export function ArticleHead({ frame, article }: { frame: Frame; article: ArticleView }) {
  const { siteUrl, facts } = frame
  const { seo, leadImage, missingImages, publishedAt, revisedAt } = article
  const image = leadImage && isShown(leadImage.src, missingImages) ? leadImage : null
  const isArticle = article.kind === 'ARTICLE'
  return (
    <>
      <meta property="og:type" content={isArticle ? 'article' : 'website'} />
      <meta property="og:site_name" content={facts.site.name} />
      <meta property="og:title" content={seo.title} />
      {seo.description ? <meta property="og:description" content={seo.description} /> : null}
      <meta property="og:url" content={seo.canonicalUrl ?? siteUrl + encodePath(article.path)} />
      {image ? (
        <>
          <meta property="og:image" content={siteUrl + encodePath(image.src)} />
          {image.alt ? <meta property="og:image:alt" content={image.alt} /> : null}
        </>
      ) : null}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
      {isArticle ? (
        <>
          <meta property="article:published_time" content={publishedAt.toISOString()} />
          {revisedAt ? <meta property="article:modified_time" content={revisedAt.toISOString()} /> : null}
          <script
            type="application/ld+json"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, with every "<" escaped
            dangerouslySetInnerHTML={{
              __html: jsonForScript(structuredData(article, { siteUrl, name: facts.site.name })),
            }}
          />
        </>
      ) : null}
    </>
  )
}
