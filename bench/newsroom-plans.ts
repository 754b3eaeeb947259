import { listArticles, listChoices, listFilters } from '@/lib/articles/admin-queries'
import { getEditing, getTranslation, listRevisions } from '@/lib/articles/editing/admin-queries'
import { type ListQuery, readArticleList } from '@/lib/articles/list-view'
import { listPageLines } from '@/lib/articles/pages/admin-queries'
import { listPlanned } from '@/lib/articles/planned/admin-queries'
import { listPreviewLinks } from '@/lib/articles/preview/admin-queries'
import { getQuick } from '@/lib/articles/quick/admin-queries'
import { listSavedViews } from '@/lib/articles/views/admin-queries'
import { listAuditEvents } from '@/lib/audit/admin-queries'
import { getAuthorLine, listAuthorLines, listFreeAccounts } from '@/lib/authors/admin-queries'
import { countQueues, getCase, listQueue } from '@/lib/comments/admin-queries'
import { readDeskView } from '@/lib/comments/desk-view'
import { getCorrectable } from '@/lib/corrections/admin-queries'
import type { Database } from '@/lib/db'
import { getDesk, listCounts } from '@/lib/desk/admin-queries'
import { findAnything } from '@/lib/desk/find-admin-queries'
import { getFrontDesk, previewFront } from '@/lib/front/admin-queries'
import { listFailedJobs } from '@/lib/jobs/admin-queries'
import { countFiles, getLibrary, getMedia, listPictureChoices } from '@/lib/media/admin-queries'
import { LIBRARY_VIEWS, readLibraryList } from '@/lib/media/library-list'
import { getMenu, listMenuPages } from '@/lib/menus/admin-queries'
import { listInvitations, listPeople } from '@/lib/people/admin-queries'
import { getRedirectLine, listRedirectLines } from '@/lib/redirects/admin-queries'
import { SORTS } from '@/lib/redirects/list-view'
import { countReports, getReport, listReports } from '@/lib/reports/admin-queries'
import { readReportView } from '@/lib/reports/desk-view'
import { getSiteFacts } from '@/lib/site/facts'
import { listOtherLanguages } from '@/lib/site/language-queries'
import { listPublicPages } from '@/lib/site/setting-queries'
import { getTagLine, listCategoryLines, listTagLines } from '@/lib/taxonomy/admin-queries'
import { listTold } from '@/lib/telling/admin-queries'
import type { NewsroomWorld } from './newsroom-world'
import { explain, type Plan } from './plans'

/** Read from its end, by number, as far as is wanted. */
const FRONTS = /^SCAN main\.Front(Draft|Layout)$/

/** What looks like a fault and is none, by the list. */
const MEANT: Record<string, RegExp> = {
  // What was searched in vain in a week is summed up: of a day a thousand words at the most are kept.
  desk: /^USE TEMP B-TREE FOR (GROUP|ORDER) BY$/,
  front: FRONTS,
  'front, preview': FRONTS,
  // Also from its end: nearly all jobs of a site are of the last days.
  'settings, what was told': /^SCAN main\.Job$/,
}

/** How SQLite goes about every query of the newsroom’s screens; of its figures bench/figures.ts says it. */
export async function explainNewsroom(databaseUrl: string, world: NewsroomWorld): Promise<Plan[]> {
  const plans = await explain(databaseUrl, async (db) => {
    // Held in memory by whoever serves.
    await getSiteFacts(db)
    return { ...articleLists(db, world), ...readerLists(db, world), ...libraryLists(db, world), ...others(db, world) }
  })
  return plans.map((plan) => ({ ...plan, faults: plan.faults.filter((step) => !MEANT[plan.list]?.test(step)) }))
}

const now = new Date()
const WEEKS_MS = 6 * 7 * 86_400_000

function articleLists(db: Database, { viewer, authorIds, categoryIds, articleIds }: NewsroomWorld) {
  const articles = (query: ListQuery) => () => listArticles(db, viewer, readArticleList(query))
  const id = articleIds[0] ?? 0
  return {
    counts: () => listCounts(db, viewer),
    desk: () => getDesk(db, viewer, now),
    'failed jobs': () => listFailedJobs(db),
    'articles, all': articles({}),
    'articles, mine': articles({ view: 'mine' }),
    'articles, trash': articles({ view: 'trash' }),
    'articles, by author': articles({ author: String(authorIds[0]) }),
    'articles, by category': articles({ category: String(categoryIds[0]) }),
    'articles, words': articles({ words: 'the river' }),
    'articles, filters': () => listFilters(db),
    'articles, saved views': () => listSavedViews(db, viewer),
    'article, quickly': () => getQuick(db, viewer, id, now),
    'article, writing': async () => {
      const editing = await getEditing(viewer, db, id, now)
      if (editing) await getTranslation(viewer, db, id, editing.content)
      await listChoices(db)
    },
    'article, history': () => listRevisions(viewer, db, id),
    'article, corrections': () => getCorrectable(db, viewer, id),
    'article, preview links': () => listPreviewLinks(viewer, db, id),
    calendar: () => listPlanned(db, viewer, now, new Date(now.getTime() + WEEKS_MS)),
    'find or do': () => findAnything(db, viewer, 'ferr'),
  }
}

function readerLists(db: Database, { viewer, commentIds, reportIds, email }: NewsroomWorld) {
  const comments = (query: ListQuery) => () => listQueue(db, viewer, readDeskView(query))
  return {
    'comments, held': comments({}),
    'comments, approved': comments({ view: 'approved' }),
    'comments, by a person': comments({ view: 'approved', find: email }),
    'comments, counts': () => countQueues(db, viewer),
    'comments, one open': () => getCase(db, viewer, commentIds[0] ?? 0, now),
    'reports, open': () => listReports(db, viewer, readReportView({})),
    'reports, answered': () => listReports(db, viewer, readReportView({ view: 'answered' })),
    'reports, counts': () => countReports(db, viewer),
    'reports, one open': () => getReport(db, viewer, reportIds[0] ?? 0),
  }
}

function libraryLists(db: Database, { viewer, mediaIds, uploaderId }: NewsroomWorld) {
  const library = (query: ListQuery) => () => getLibrary(db, viewer, readLibraryList(query), now)
  return {
    ...Object.fromEntries(LIBRARY_VIEWS.map((view) => [`library, ${view}`, library({ view })])),
    'library, words': library({ words: 'river boat' }),
    'library, licence': library({ licence: 'cc' }),
    'library, by a person': library({ by: uploaderId }),
    'library, month': library({ month: '2020-11' }),
    'library, one picture': () => getMedia(db, viewer, mediaIds[0] ?? 0),
    'library, to choose from': () => listPictureChoices(db, viewer, 'river', now),
    'library, all of it': () => countFiles(db),
  }
}

function others(db: Database, { viewer, authorIds, tagIds, redirectId, event }: NewsroomWorld) {
  return {
    authors: () => listAuthorLines(db, viewer, { words: '', page: 1 }),
    'authors, words': () => listAuthorLines(db, viewer, { words: 'bar', page: 1 }),
    'authors, one': () => getAuthorLine(db, viewer, authorIds[0] ?? 0),
    'authors, accounts': () => listFreeAccounts(db, viewer),
    categories: () => listCategoryLines(db, viewer),
    tags: () => listTagLines(db, viewer, { words: '', page: 1 }),
    'tags, words': () => listTagLines(db, viewer, { words: 'bar', page: 1 }),
    'tags, one': () => getTagLine(db, viewer, tagIds[0] ?? 0),
    pages: () => listPageLines(db, viewer),
    menus: () => getMenu(db, viewer, 'footer'),
    'menus, pages': () => listMenuPages(db, viewer),
    front: async () => getFrontDesk(db, viewer, await getSiteFacts(db), ''),
    'front, preview': async () => previewFront(db, viewer, await getSiteFacts(db), now),
    ...Object.fromEntries(
      SORTS.map((sort) => [
        `redirects, ${sort}`,
        () => listRedirectLines(db, viewer, { words: '', sort, afterId: redirectId }),
      ]),
    ),
    'redirects, one': () => getRedirectLine(db, viewer, redirectId),
    'audit log': () => listAuditEvents(db, viewer, event),
    people: () => listPeople(db, viewer, now),
    invitations: () => listInvitations(db, viewer, now),
    'settings, pages': () => listPublicPages(db),
    'settings, languages': async () => listOtherLanguages(db, await getSiteFacts(db)),
    'settings, what was told': () => listTold(db, viewer),
  }
}
