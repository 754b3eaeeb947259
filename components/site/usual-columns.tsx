import { allPath, categoryPath } from '@/lib/articles/paths'
import { directionOf } from '@/lib/i18n/locale'
import { type Frame, foreignTo } from '@/lib/site/frame'
import { editionsOf, sectionsOf } from '@/lib/site/sections'
import { PageLinks } from './page-links'

/** As long as nobody made a menu: the top of the tree, and the pages that are said to be about the site. */
export function UsualColumns({ frame }: { frame: Frame }) {
  const { facts, words } = frame
  const { site, footer } = facts
  const own = foreignTo(frame, site.locale)
  return (
    <>
      <nav id="sections" aria-labelledby="footer-sections">
        <h2 id="footer-sections">{words.allSections}</h2>
        <ul className="two">
          {sectionsOf(facts).map(({ id, path, name }) => (
            <li key={id}>
              <a href={categoryPath(path)} {...own}>
                {name}
              </a>
            </li>
          ))}
          {editionsOf(facts).map(({ id, path, name, locale }) => (
            <li key={id}>
              <a href={categoryPath(path)} lang={locale} hrefLang={locale} dir={directionOf(locale)}>
                {name}
              </a>
            </li>
          ))}
          <li>
            <a href={allPath()}>{words.allNews}</a>
          </li>
        </ul>
      </nav>
      <PageLinks frame={frame} id="footer-about" title={words.aboutUs} links={footer.about} />
    </>
  )
}
