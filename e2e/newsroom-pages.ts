import type { Act } from '@/lib/auth/permissions'

/** Every page of the newsroom, once, with the act that opens it (lib/auth/permissions.ts). */
export const newsroomPages: { path: string; act: Act }[] = [
  { path: '/admin/', act: 'desk.read' },
  { path: '/admin/articles/', act: 'articles.read' },
  { path: '/admin/comments/', act: 'comments.read' },
  { path: '/admin/reports/', act: 'reports.read' },
  { path: '/admin/account/', act: 'account.edit' },
  { path: '/admin/confirm/', act: 'account.edit' },
  { path: '/admin/categories/', act: 'taxonomy.edit' },
  { path: '/admin/tags/', act: 'taxonomy.edit' },
  { path: '/admin/pages/', act: 'pages.edit' },
  { path: '/admin/menus/', act: 'menus.edit' },
  { path: '/admin/menus/footer/', act: 'menus.edit' },
  { path: '/admin/redirects/', act: 'redirects.edit' },
  { path: '/admin/redirects/import/', act: 'redirects.edit' },
  { path: '/admin/people/', act: 'people.read' },
  { path: '/admin/settings/', act: 'settings.edit' },
  { path: '/admin/settings/comments/', act: 'settings.edit' },
  { path: '/admin/settings/addresses/', act: 'settings.edit' },
  { path: '/admin/settings/policies/', act: 'settings.edit' },
  { path: '/admin/settings/crawlers/', act: 'settings.edit' },
  { path: '/admin/settings/mail/', act: 'settings.edit' },
  { path: '/admin/settings/telling/', act: 'settings.telling' },
  { path: '/admin/audit/', act: 'audit.read' },
]
