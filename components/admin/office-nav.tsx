import type { NewsroomFrame, Section } from '@/lib/auth/frame'
import { type Act, may, type Viewer, type Whose } from '@/lib/auth/permissions'
import { reportDeskPath } from '@/lib/reports/desk-view'

type OfficePage = {
  section: Exclude<Section, 'desk' | 'articles' | 'comments' | 'media'>
  href: string
  act: Act
}

const PAGES: OfficePage[] = [
  { section: 'account', href: '/admin/account/', act: 'account.edit' },
  { section: 'reports', href: reportDeskPath({}), act: 'reports.read' },
  { section: 'front', href: '/admin/front/', act: 'front.edit' },
  { section: 'authors', href: '/admin/authors/', act: 'authors.edit' },
  { section: 'categories', href: '/admin/categories/', act: 'taxonomy.edit' },
  { section: 'tags', href: '/admin/tags/', act: 'taxonomy.edit' },
  { section: 'pages', href: '/admin/pages/', act: 'pages.edit' },
  { section: 'menus', href: '/admin/menus/', act: 'menus.edit' },
  { section: 'redirects', href: '/admin/redirects/', act: 'redirects.edit' },
  { section: 'analytics', href: '/admin/analytics/', act: 'analytics.read' },
  { section: 'people', href: '/admin/people/', act: 'people.read' },
  { section: 'settings', href: '/admin/settings/', act: 'settings.edit' },
  { section: 'audit', href: '/admin/audit/', act: 'audit.read' },
]

/** What is not done every day: those pages that the viewer may open. */
export function OfficeNav({ frame: { words, viewer }, current }: { frame: NewsroomFrame; current: Section }) {
  return (
    <nav className="office-nav" aria-label={words.more}>
      <ul>
        {PAGES.filter(({ act }) => viewer && may(viewer, act, whose(act, viewer))).map(({ section, href }) => (
          <li key={section}>
            <a href={href} aria-current={section === current ? 'page' : undefined}>
              {words[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Whoever has a profile has something to edit on the authors' page. */
const whose = (act: Act, { authorId }: Viewer): Whose => (act === 'authors.edit' && authorId !== null ? 'own' : 'other')
