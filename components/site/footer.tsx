import { allPath, categoryPath, correctionsPath, encodePath } from '@/lib/articles/paths'
import { directionOf } from '@/lib/i18n/locale'
import { type Frame, foreignTo } from '@/lib/site/frame'
import { policyLinks } from '@/lib/site/policies'
import { editionsOf, sectionsOf } from '@/lib/site/sections'

export function Footer({ frame }: { frame: Frame }) {
  const { facts, words } = frame
  const { site, footer, social, policyPages } = facts
  const own = foreignTo(frame, site.locale)
  const linked = [...footer.about, ...footer.standards]
  const policies = policyLinks(policyPages, linked)
  const corrections = { title: words.correctionsTitle, path: correctionsPath(), locale: frame.locale }
  const isLinked = linked.some(({ path }) => path === corrections.path)
  return (
    <footer className="footer">
      <div className="page">
        <p className="masthead-name" lang={own.lang}>
          <a href="/">
            <bdi>{site.name}</bdi>
          </a>
        </p>
        <div className="columns">
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
          <PageLinks
            frame={frame}
            id="footer-standards"
            title={words.standards}
            links={[...footer.standards, ...policies, ...(isLinked ? [] : [corrections])]}
          />
          <nav aria-labelledby="footer-follow">
            <h2 id="footer-follow">{words.follow}</h2>
            <ul>
              <li>
                <a href="/feed/">{words.rssFeed}</a>
              </li>
              {social.accounts.map((address) => (
                <li key={address}>
                  <a href={address} rel="me noopener" dir="ltr">
                    {accountName(address)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        {site.imprint ? (
          <p className="note">
            <bdi {...own}>{site.imprint}</bdi>
          </p>
        ) : null}
      </div>
    </footer>
  )
}

/** "social.example/@courier" */
const accountName = (address: string): string => address.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')

function PageLinks({
  frame,
  id,
  title,
  links,
}: {
  frame: Frame
  id: string
  title: string
  /** In the site's language, unless they say another. */
  links: { title: string; path: string; locale?: string }[]
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
