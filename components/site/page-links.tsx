import { encodePath } from '@/lib/articles/paths'
import { type Frame, foreignTo } from '@/lib/site/frame'

export function PageLinks({
  frame,
  id,
  title,
  links,
}: {
  frame: Frame
  id: string
  title: string
  /** In the site's language, unless they say another. */
  links: { title: string; path: string; locale?: string | undefined }[]
}) {
  if (!links.length) return null
  return (
    <nav aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.path}>
            <a href={encodePath(link.path)} {...foreignTo(frame, link.locale ?? frame.facts.site.locale)}>
              {link.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
