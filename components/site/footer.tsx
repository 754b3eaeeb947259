import { shownMenu } from '@/lib/menus/shown-menu'
import { type Frame, foreignTo } from '@/lib/site/frame'
import { languageOf, type SaidName } from '@/lib/site/said'
import { FooterMenu } from './footer-menu'
import { Standards } from './standards'
import { UsualColumns } from './usual-columns'

/** `feed`: encoded path of what readers of this page follow. */
export function Footer({ frame, feed }: { frame: Frame; feed: string }) {
  const { facts, words } = frame
  const { site, social } = facts
  const inLanguage = (name: SaidName) => foreignTo(frame, languageOf(site, name, frame.locale))
  const menu = shownMenu(facts, 'footer', frame.locale)
  return (
    <footer className="footer">
      <div className="page">
        <p className="masthead-name" lang={inLanguage('name').lang}>
          <a href="/">
            <bdi>{site.name}</bdi>
          </a>
        </p>
        <div className="columns" id={menu.length ? 'sections' : undefined}>
          {menu.length ? <FooterMenu frame={frame} items={menu} /> : <UsualColumns frame={frame} />}
          <Standards frame={frame} menu={menu} />
          <nav aria-labelledby="footer-follow">
            <h2 id="footer-follow">{words.follow}</h2>
            <ul>
              <li>
                <a href={feed}>{words.rssFeed}</a>
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
            <bdi {...inLanguage('imprint')}>{site.imprint}</bdi>
          </p>
        ) : null}
        {frame.readings === null ? null : <p className="note">{words.readings(frame.readings)}</p>}
      </div>
    </footer>
  )
}

/** "social.example/@courier" */
const accountName = (address: string): string => address.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')
