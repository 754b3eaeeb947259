import type { ReactNode } from 'react'
import { adminStylesheet, trustedScript } from '@/generated/assets'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { findItems } from '@/lib/desk/find-items'
import { NewsroomTools } from './find/newsroom-tools'
import { Icon } from './icon'

/** A whole page of the newsroom or its front door, around its body. */
export function NewsroomDocument({
  frame,
  title,
  children,
}: {
  frame: NewsroomFrame
  title: string
  children: ReactNode
}) {
  const { locale, dir, siteName, words, insecure, viewer, nonce } = frame
  return (
    <html lang={locale} dir={dir}>
      <head>
        <script src={trustedScript} nonce={nonce} />
        <title>{`${title} · ${siteName}`}</title>
        <meta name="robots" content="noindex, nofollow" />
        <link rel="stylesheet" href={adminStylesheet} />
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        {insecure ? (
          <div className="notice stop">
            <Icon name="stop" />
            <p>{words.insecure}</p>
          </div>
        ) : null}
        {children}
        {viewer ? <NewsroomTools locale={locale} items={findItems(viewer, locale)} /> : null}
      </body>
    </html>
  )
}
