import { shownMenu } from '@/lib/menus/shown-menu'
import { type Frame, foreignTo } from '@/lib/site/frame'
import { FooterMenu } from './footer-menu'
import { Standards } from './standards'
import { UsualColumns } from './usual-columns'

export function Footer({ frame }: { frame: Frame }) {
  const { facts, words } = frame
  const { site, social } = facts
  const own = foreignTo(frame, site.locale)
  const menu = shownMenu(facts, 'footer', frame.locale)
  return (
    <footer className="footer">
      <div className="page">
        <p className="masthead-name" lang={own.lang}>
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
