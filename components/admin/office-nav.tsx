import type { NewsroomFrame, Section } from '@/lib/auth/frame'
import { type Act, may } from '@/lib/auth/permissions'
import { reportDeskPath } from '@/lib/reports/desk-view'

const PAGES: { section: Exclude<Section, 'desk' | 'articles' | 'comments'>; href: string; act: Act }[] = [
  { section: 'account', href: '/admin/account/', act: 'account.edit' },
  { section: 'reports', href: reportDeskPath({}), act: 'reports.read' },
  { section: 'categories', href: '/admin/categories/', act: 'taxonomy.edit' },
  { section: 'tags', href: '/admin/tags/', act: 'taxonomy.edit' },
  { section: 'pages', href: '/admin/pages/', act: 'pages.edit' },
  { section: 'menus', href: '/admin/menus/', act: 'menus.edit' },
  { section: 'redirects', href: '/admin/redirects/', act: 'redirects.edit' },
  { section: 'people', href: '/admin/people/', act: 'people.read' },
  { section: 'settings', href: '/admin/settings/', act: 'settings.edit' },
  { section: 'telling', href: '/admin/settings/telling/', act: 'settings.telling' },
  { section: 'audit', href: '/admin/audit/', act: 'audit.read' },
]

/** What is not done every day: those pages that the viewer may open. */
export function OfficeNav({ frame: { words, viewer }, current }: { frame: NewsroomFrame; current: Section }) {
  return (
    <nav className="office-nav" aria-label={words.more}>
      <ul>
        {PAGES.filter(({ act }) => viewer && may(viewer, act)).map(({ section, href }) => (
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
