import type { Database } from '@/lib/db'
import { type ImportedComment, importedComment } from './comment-input'
import type { ImportReport } from './report'
import type { PlannedArticle } from './write-articles'
import { follows, isUsable } from './write-comments'
import type { WxrItem } from './wxr-record'

const AT_ONCE = 500

/** Counts the comments of an item that is left alone: those of an unchanged one are there already. */
export function countUnread({ comments }: WxrItem, report: ImportReport, withItsPost: boolean): void {
  for (const fields of comments) {
    // Only the kind and the status are looked at, so the text is not turned into anything.
    const withoutText = new Map([...fields].filter(([name]) => name !== 'comment_content'))
    const comment = importedComment(withoutText, 'UTC', new Date(0))
    if (comment.kind === null || !withItsPost) countLeftOut(comment, report)
    else report.count('comment', `${saidOf(comment)} → ${comment.status}`, 'unchanged')
  }
}

function countLeftOut(comment: ImportedComment, report: ImportReport): void {
  report.count('comment', `${saidOf(comment)} → not imported`, 'left out')
}

const saidOf = ({ type, said }: ImportedComment) => `${type || 'comment'} ${said || '(no status)'}`

/** Says in the report what becomes of the comments of articles that are about to be written. */
export async function countPlanned(
  planned: readonly PlannedArticle[],
  site: string,
  db: Database,
  report: ImportReport,
): Promise<void> {
  const all = planned.flatMap(({ article }) => article.comments)
  const there = new Map<number, { status: string; text: string; authorName: string; moderatedBy: string | null }>()
  const taken = new Set<number>()
  const asked = all.map(({ comment }) => comment.id)
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const some = asked.slice(at, at + AT_ONCE)
    const rows = await db.comment.findMany({
      where: { OR: [{ sourceSite: site, sourceId: { in: some } }, { id: { in: some.filter(isUsable) } }] },
      select: {
        id: true,
        sourceSite: true,
        sourceId: true,
        status: true,
        text: true,
        authorName: true,
        moderatedBy: true,
      },
    })
    for (const row of rows) {
      taken.add(row.id)
      if (row.sourceSite === site && row.sourceId !== null) there.set(row.sourceId, row)
    }
  }
  for (const { article } of planned) {
    for (const comment of article.leftOut) countLeftOut(comment, report)
    for (const { comment, orphan } of article.comments) {
      const row = there.get(comment.id)
      const fate = row ? (follows(row, comment) ? 'changed' : 'unchanged') : 'added'
      report.count('comment', `${saidOf(comment)} → ${comment.status}`, fate)
      const name = `#${comment.id}`
      if (orphan) report.note('comments answer one that is not imported; they stand higher up', name)
      if (comment.lostMarkup) report.note('comments lost markup: bold type, pictures and the like', name)
      if (comment.lostUrl) report.note('comments lost a website that is no address', name)
      if (comment.text === '') report.note('comments have no text', name)
      if (!row && (!isUsable(comment.id) || taken.has(comment.id))) {
        report.note('comments have another number, because theirs is taken or is none', name)
      }
    }
  }
}
