import type { Frame } from '@/lib/site/frame'

export type Crumb = { name: string; href: string }

/** "Home / … / here": `above` are links, `here` is the page itself. */
export function Breadcrumb({ frame, above, here }: { frame: Frame; above: Crumb[]; here: string }) {
  const { words } = frame
  return (
    <nav className="breadcrumb" aria-label={words.breadcrumb}>
      <ol>
        {[{ name: words.home, href: '/' }, ...above].map(({ name, href }) => (
          <li key={href}>
            <a href={href} dir="auto">
              {name}
            </a>
          </li>
        ))}
        <li aria-current="page" dir="auto">
          {here}
        </li>
      </ol>
    </nav>
  )
}
