import type { ReactNode } from 'react'
import type { Frame } from '@/lib/site/frame'
import { Footer } from './footer'
import { Masthead } from './masthead'
import { type Head, PageHead, siteFeed } from './page-head'

/** A whole page: head, masthead, `children` as its main part, footer. */
export function Document({
  frame,
  head,
  currentCategoryId = null,
  front = false,
  enhanced = false,
  banner,
  children,
}: {
  frame: Frame
  head: Head
  currentCategoryId?: number | null
  front?: boolean
  /** True for a page with something that our script adds to (components/enhance/). */
  enhanced?: boolean
  /** Stands above everything, on a page that readers do not see. */
  banner?: ReactNode
  children: ReactNode
}) {
  const { locale, dir, words } = frame
  return (
    <html lang={locale} dir={dir}>
      <PageHead frame={frame} head={head} enhanced={enhanced} />
      <body>
        <a className="skip-link visually-hidden" href="#main">
          {words.skipToContent}
        </a>
        {banner}
        <Masthead frame={frame} currentCategoryId={currentCategoryId} front={front} />
        <main id="main" className={front ? 'page' : 'page with-margin'}>
          {children}
        </main>
        <Footer frame={frame} feed={siteFeed(frame, head)} />
      </body>
    </html>
  )
}
