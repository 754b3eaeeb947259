import type { ReactNode } from 'react'
import type { NewsroomFrame, Section } from '@/lib/auth/frame'
import { NewsroomDocument } from './document'
import { NewsroomMasthead } from './masthead'
import { OfficeNav } from './office-nav'

/** Sections that take the whole width. */
const WIDE: ReadonlySet<Section> = new Set(['desk', 'articles', 'comments', 'reports', 'media'])

type Props = { frame: NewsroomFrame; title: string; section: Section; children: ReactNode }

/** A page of the newsroom with its masthead. What stands in "More" has the list of its neighbours beside it. */
export function NewsroomPage({ frame, title, section, children }: Props) {
  return (
    <NewsroomDocument frame={frame} title={title}>
      <a className="skip" href="#main">
        {frame.words.skip}
      </a>
      <NewsroomMasthead frame={frame} current={section} />
      <main id="main" className="page">
        {WIDE.has(section) ? (
          children
        ) : (
          <div className="office">
            <OfficeNav frame={frame} current={section} />
            <div>{children}</div>
          </div>
        )}
      </main>
    </NewsroomDocument>
  )
}
