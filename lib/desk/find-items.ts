import { ARTICLE_VIEWS, articleListPath } from '@/lib/articles/list-view'
import { type Act, may, type Viewer } from '@/lib/auth/permissions'
import { deskPath } from '@/lib/comments/desk-view'
import { adminWordsFor } from '@/lib/i18n/admin-words'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { settingsWordsFor } from '@/lib/i18n/settings-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { reportDeskPath } from '@/lib/reports/desk-view'
import { SETTING_PARTS, settingPath } from '@/lib/site/setting-parts'

/** What can be gone to, or begun, from everywhere. */
export type FindItem =
  | { group: 'pages'; says: string; href: string }
  | { group: 'acts'; says: string; begin: 'ARTICLE' | 'PAGE' }

/** Those that the viewer may open and do, in the words of `locale`. */
export function findItems(viewer: Viewer, locale: string): FindItem[] {
  const words = adminWordsFor(locale)
  const { find } = deskWordsFor(locale)
  const { views } = writingWordsFor(locale).list
  const page = (act: Act, says: string, href: string): FindItem[] =>
    may(viewer, act, 'own') ? [{ group: 'pages', says, href }] : []
  return [
    ...page('desk.read', words.desk, '/admin/'),
    ...page('articles.read', words.articles, articleListPath({})),
    ...ARTICLE_VIEWS.filter((view) => view !== 'all').flatMap((view) =>
      page('articles.read', find.lists(views[view]), articleListPath({ view })),
    ),
    ...page('comments.read', words.comments, deskPath({})),
    ...page('reports.read', words.reports, reportDeskPath({})),
    ...page('account.edit', words.account, '/admin/account/'),
    ...page('taxonomy.edit', words.categories, '/admin/categories/'),
    ...page('taxonomy.edit', words.tags, '/admin/tags/'),
    ...page('pages.edit', words.pages, '/admin/pages/'),
    ...page('menus.edit', words.menus, '/admin/menus/'),
    ...page('redirects.edit', words.redirects, '/admin/redirects/'),
    ...page('people.read', words.people, '/admin/people/'),
    ...SETTING_PARTS.flatMap((part) =>
      page('settings.edit', `${words.settings}: ${settingsWordsFor(locale).parts[part]}`, settingPath(part)),
    ),
    ...page('settings.telling', words.telling, '/admin/settings/telling/'),
    ...page('audit.read', words.audit, '/admin/audit/'),
    { group: 'pages', says: words.seeSite, href: '/' },
    ...(may(viewer, 'articles.write', 'own')
      ? [
          { group: 'acts' as const, says: find.newArticle, begin: 'ARTICLE' as const },
          { group: 'acts' as const, says: find.newPage, begin: 'PAGE' as const },
        ]
      : []),
  ]
}
