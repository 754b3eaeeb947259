import { encodePath } from '@/lib/articles/paths'
import type { ArticleView } from '@/lib/articles/view'
import type { Frame } from '@/lib/site/frame'

/** Plain links: nothing of these services is loaded until one is followed. */
export function ShareLinks({ frame, article }: { frame: Frame; article: ArticleView }) {
  const { words, siteUrl } = frame
  const url = encodeURIComponent(siteUrl + encodePath(article.path))
  const text = encodeURIComponent(article.headline)
  const services = [
    [words.shareBy.email, `mailto:?subject=${text}&body=${url}`],
    [words.shareBy.whatsapp, `https://wa.me/?text=${text}%20${url}`],
    [words.shareBy.telegram, `https://t.me/share/url?url=${url}&text=${text}`],
    [words.shareBy.x, `https://x.com/intent/post?url=${url}&text=${text}`],
    [words.shareBy.facebook, `https://www.facebook.com/sharer/sharer.php?u=${url}`],
  ] as const
  return (
    <nav className="share-links" aria-label={words.share}>
      <span>{words.share}</span>{' '}
      {services.map(([name, href]) => (
        <a key={name} href={href} rel="nofollow noopener">
          {name}
        </a>
      ))}
      <button type="button" className="copy-link" data-done={words.shareBy.copied}>
        {words.shareBy.copy}
      </button>
      <button type="button" className="share-device">
        {words.shareBy.device}
      </button>
    </nav>
  )
}
