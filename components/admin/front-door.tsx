import type { ReactNode } from 'react'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { NewsroomDocument } from './document'

/** A page before one is in: the paper's name, and one thing to do. */
export function FrontDoor({ frame, title, children }: { frame: NewsroomFrame; title: string; children: ReactNode }) {
  return (
    <NewsroomDocument frame={frame} title={title}>
      <main className="door">
        <div>
          <p className="paper">{frame.siteName}</p>
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </NewsroomDocument>
  )
}
