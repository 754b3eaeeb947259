import { articleListPath } from '@/lib/articles/list-view'
import { deskPath } from '@/lib/comments/desk-view'
import { SPANS } from '@/lib/counting/figures'
import { LIBRARY_VIEWS, libraryPath, mediaPath } from '@/lib/media/library-list'
import { redirectListPath, SORTS } from '@/lib/redirects/list-view'
import type { NewsroomWorld } from './newsroom-world'

/** Every screen of the newsroom, and of each that differs by what it is asked for some of those that cost most. */
export function screensOf(world: NewsroomWorld): Record<string, string[]> {
  return { ...articleScreens(world), ...readerScreens(world), ...libraryScreens(world), ...arrangingScreens(world) }
}

function articleScreens({ authorIds, categoryIds, articleIds, words, articles }: NewsroomWorld) {
  const each = (path: string) => articleIds.map((id) => `/admin/articles/${id}/${path}`)
  return {
    desk: ['/admin/'],
    'articles, all': [articleListPath({})],
    'articles, page 1000': [articleListPath({ page: Math.min(1000, Math.floor(articles / 50)) })],
    'articles, each view': ['mine', 'drafts', 'review', 'scheduled', 'published', 'withdrawn', 'pages', 'trash'].map(
      (view) => `/admin/articles/?view=${view}`,
    ),
    'articles, by author': authorIds.map((authorId) => articleListPath({ authorId })),
    'articles, by category': categoryIds.map((categoryId) => articleListPath({ categoryId })),
    'articles, by language': ['en', 'ar', 'fa'].map((language) => articleListPath({ language })),
    'articles, every filter': authorIds.map((authorId, i) =>
      articleListPath({
        ...{ authorId, categoryId: categoryIds[i % categoryIds.length] ?? 1 },
        ...{ language: 'en', status: 'PUBLISHED' },
      }),
    ),
    'articles, common words': ['the', 'boat', 'the river', 'town council'].map((one) =>
      articleListPath({ words: one }),
    ),
    'articles, rare words': words.map((one) => articleListPath({ words: one })),
    'articles, words and filters': authorIds.map((authorId) => articleListPath({ authorId, words: 'the' })),
    'article, writing': each(''),
    'article, history': each('history/'),
    'article, corrections': each('corrections/'),
    'article, preview': [...each('preview/'), ...each('preview/reader/')],
    calendar: ['/admin/calendar/', '/admin/calendar/?span=month'],
  }
}

function readerScreens({ commentIds, email, reportIds }: NewsroomWorld) {
  return {
    'comments, held': [deskPath({})],
    'comments, approved': [deskPath({ view: 'approved' }), deskPath({ view: 'approved', page: 1000 })],
    'comments, spam and trash': [deskPath({ view: 'spam' }), deskPath({ view: 'trash' })],
    'comments, one open': commentIds.map((id) => deskPath({ view: 'approved', id })),
    'comments, by a person': [deskPath({ view: 'approved', find: email })],
    reports: ['open', 'answered', 'dismissed'].map((view) => `/admin/reports/?view=${view}`),
    'reports, one open': reportIds.map((id) => `/admin/reports/?id=${id}`),
    figures: SPANS.map((span) => `/admin/analytics/?span=${span}`),
  }
}

function libraryScreens({ mediaIds, uploaderId }: NewsroomWorld) {
  const shapes = ['grid', 'list'] as const
  return {
    'library, pictures and list': shapes.map((shape) => libraryPath({ shape })),
    'library, page 500': shapes.map((shape) => libraryPath({ shape, page: 500 })),
    'library, each view': LIBRARY_VIEWS.map((view) => libraryPath({ view })),
    'library, words': ['ferry', 'river boat', 'nothing-is-called-so', 'barbar'].map((words) => libraryPath({ words })),
    'library, filters': [
      libraryPath({ uploaderId }),
      libraryPath({ licence: 'cc', uploaderId }),
      libraryPath({ licence: 'none', month: 202_011 }),
      libraryPath({ view: 'unused', licence: 'agency', words: 'ferry' }),
    ],
    'library, one picture': mediaIds.map(mediaPath),
  }
}

function arrangingScreens({ authorIds, categoryIds, tagIds, redirectId, event }: NewsroomWorld) {
  return {
    authors: ['/admin/authors/', '/admin/authors/?page=90', '/admin/authors/?q=bar', '/admin/authors/?q=nobody'],
    'authors, one': authorIds.map((id) => `/admin/authors/${id}/`),
    categories: ['/admin/categories/', ...categoryIds.map((id) => `/admin/categories/${id}/`)],
    tags: ['/admin/tags/', '/admin/tags/?page=40', '/admin/tags/?q=bar'],
    'tags, one': tagIds.map((id) => `/admin/tags/${id}/`),
    pages: ['/admin/pages/'],
    menus: ['/admin/menus/', '/admin/menus/footer/'],
    front: ['/admin/front/', '/admin/front/?q=river', '/admin/front/preview/', '/admin/front/preview/reader/'],
    'redirects, each order': SORTS.flatMap((sort) =>
      [null, redirectId].map((afterId) => redirectListPath({ words: '', sort, afterId })),
    ),
    'redirects, words': ['/old/99', 'article-7', 'nowhere'].map((words) =>
      redirectListPath({ words, sort: 'hits', afterId: null }),
    ),
    'redirects, one': [`/admin/redirects/${redirectId}/`, '/admin/redirects/import/'],
    people: ['/admin/people/'],
    account: ['/admin/account/'],
    'audit log': ['/admin/audit/', `/admin/audit/?before=${event}`],
    settings: [
      '/admin/settings/',
      ...['front', 'comments', 'addresses', 'policies', 'crawlers', 'mail', 'storage', 'figures', 'telling'].map(
        (part) => `/admin/settings/${part}/`,
      ),
    ],
  }
}
