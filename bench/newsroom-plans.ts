import { listArticles, listFilters } from '@/lib/articles/admin-queries'
import { type ListQuery, readArticleList } from '@/lib/articles/list-view'
import { listAuditEvents } from '@/lib/audit/admin-queries'
import type { Viewer } from '@/lib/auth/permissions'
import { countQueues, getCase, listQueue } from '@/lib/comments/admin-queries'
import { readDeskView } from '@/lib/comments/desk-view'
import type { Database } from '@/lib/db'
import { getDesk, listCounts } from '@/lib/desk/admin-queries'
import { findAnything } from '@/lib/desk/find-admin-queries'
import { listInvitations, listPeople } from '@/lib/people/admin-queries'
import { countReports, listReports } from '@/lib/reports/admin-queries'
import { readReportView } from '@/lib/reports/desk-view'
import { getSiteFacts } from '@/lib/site/facts'
import { explain, type Plan } from './plans'

type World = {
  viewer: Viewer
  authorIds: number[]
  categoryIds: number[]
  commentIds: number[]
  email: string
  event: number
}

/** What was searched in vain in a week is summed up for the desk: of a day a thousand words at the most are kept. */
const SUMMED_UP = /^USE TEMP B-TREE FOR (GROUP|ORDER) BY$/

/** How SQLite goes about every query of the newsroom’s lists. */
export async function explainNewsroom(databaseUrl: string, world: World): Promise<Plan[]> {
  const plans = await explain(databaseUrl, async (db) => {
    // Held in memory by whoever serves.
    await getSiteFacts(db)
    return lists(db, world)
  })
  const faultsOf = ({ list, faults }: Plan) =>
    list === 'desk' ? faults.filter((step) => !SUMMED_UP.test(step)) : faults
  return plans.map((plan) => ({ ...plan, faults: faultsOf(plan) }))
}

function lists(db: Database, { viewer, authorIds, categoryIds, commentIds, email, event }: World) {
  const now = new Date()
  const articles = (query: ListQuery) => () => listArticles(db, viewer, readArticleList(query))
  const comments = (query: ListQuery) => () => listQueue(db, viewer, readDeskView(query))
  return {
    counts: () => listCounts(db, viewer),
    desk: () => getDesk(db, viewer, now),
    'articles, all': articles({}),
    'articles, mine': articles({ view: 'mine' }),
    'articles, trash': articles({ view: 'trash' }),
    'articles, by author': articles({ author: String(authorIds[0]) }),
    'articles, by category': articles({ category: String(categoryIds[0]) }),
    'articles, words': articles({ words: 'the river' }),
    'articles, filters': () => listFilters(db),
    'comments, held': comments({}),
    'comments, approved': comments({ view: 'approved' }),
    'comments, by a person': comments({ view: 'approved', find: email }),
    'comments, counts': () => countQueues(db, viewer),
    'comments, one open': () => getCase(db, viewer, commentIds[0] ?? 0, now),
    'find or do': () => findAnything(db, viewer, 'ferr'),
    'reports, open': () => listReports(db, viewer, readReportView({})),
    'reports, counts': () => countReports(db, viewer),
    'audit log': () => listAuditEvents(db, viewer, event),
    people: () => listPeople(db, viewer, now),
    invitations: () => listInvitations(db, viewer, now),
  }
}
