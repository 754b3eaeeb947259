import type { Database } from '@/lib/db'
import { Bodies } from './bodies'
import { countPlanned, countUnread } from './count-comments'
import { readEdited } from './edited-here'
import { type ArticleContext, importedArticle, sourceIdOf, standingOf } from './imported-article'
import { itemHash } from './item-hash'
import { PathAllocator } from './path-allocator'
import { bodyFacts, postBody } from './post-body'
import type { ImportReport } from './report'
import type { ArticleWriter, PlannedArticle } from './write-articles'
import { field, type WxrItem } from './wxr-record'

/** Items are looked up and given their addresses together, as many as are no strain on memory. */
const WINDOW_ITEMS = 20
const WINDOW_CHARACTERS = 300_000

type Waiting = { item: WxrItem; sourceId: number; hash: string }
type Known = NonNullable<PlannedArticle['known']> & { sourceHash: string | null; trashed: boolean }

export type PostImport = {
  db: Database
  context: ArticleContext
  /** Null: only said what would be written. */
  writer: ArticleWriter | null
  /** Takes the export's text also where somebody here has changed theirs. */
  overwriteEdited: boolean
  now: Date
}

/**
 * Brings posts and pages into the database, and says in the report what became of each. While some are written, the bodies of
 * the next are converted.
 */
export async function importPosts(items: AsyncIterable<WxrItem>, task: PostImport): Promise<void> {
  const bodies = new Bodies(bodyFacts(task.context.survey))
  try {
    await importInWindows(items, bodies, task)
  } finally {
    await bodies.close()
  }
}

async function importInWindows(items: AsyncIterable<WxrItem>, bodies: Bodies, task: PostImport): Promise<void> {
  const { survey } = task.context
  const paths = new PathAllocator(task.db, survey)
  let window = new Map<number, Waiting>()
  let characters = 0
  let writing = { ids: new Set<number>(), done: Promise.resolve() }
  const empty = async () => {
    const waiting = [...window.values()]
    window = new Map()
    characters = 0
    const looked = await lookUp(waiting, bodies, task)
    await writing.done
    const done = importWindow(looked, paths, task)
    // What it throws is heard when the next one waits for it.
    done.catch(() => undefined)
    writing = { ids: new Set(waiting.map(({ sourceId }) => sourceId)), done }
  }
  for await (const item of items) {
    const type = field(item.fields, 'post_type')
    if (type !== 'post' && type !== 'page') continue
    const sourceId = sourceIdOf(item)
    // The same post a second time, from another file: it is to find what became of it the first time.
    if (window.has(sourceId)) await empty()
    if (writing.ids.has(sourceId)) await writing.done
    window.set(sourceId, { item, sourceId, hash: itemHash(item, survey) })
    characters += sizeOf(item)
    if (window.size >= WINDOW_ITEMS || characters >= WINDOW_CHARACTERS) await empty()
  }
  await empty()
  await writing.done
}

/** Finds out what is there and what is to be written, and has the bodies of the latter converted. */
async function lookUp(waiting: readonly Waiting[], bodies: Bodies, { context, now, db, overwriteEdited }: PostImport) {
  const known = await readKnown(db, context.survey.key, waiting)
  const items = waiting.map((one) => {
    const there = known.get(one.sourceId) ?? null
    const standing = standingOf(one.item, context.survey, now)
    const isOvertaken = there?.status === 'PUBLISHED' && field(one.item.fields, 'status') === 'future'
    return {
      ...one,
      there,
      standing,
      isOvertaken,
      isKept: there?.isEdited === true && !overwriteEdited,
      isWritten: !isOvertaken && standing !== null && there?.sourceHash !== one.hash,
    }
  })
  return { items, bodies: bodies.convert(items.filter(({ isWritten }) => isWritten).map(({ item }) => postBody(item))) }
}

async function importWindow(
  looked: Awaited<ReturnType<typeof lookUp>>,
  paths: PathAllocator,
  { context, writer, db }: PostImport,
): Promise<void> {
  const { survey, report } = context
  const bodies = (await looked.bodies).values()
  const planned: PlannedArticle[] = []
  for (const { item, hash, there, standing, isOvertaken, isKept, isWritten } of looked.items) {
    const type = field(item.fields, 'post_type')
    const status = `${field(item.fields, 'status') || '(no status)'}${field(item.fields, 'post_password') ? ' with password' : ''}`
    if (!standing) {
      report.count(type, `${status} → not imported`, 'left out')
      countUnread(item, report, false)
    } else if (there && !isWritten) {
      report.count(type, `${status} → ${statusName(there)}`, 'unchanged')
      countUnread(item, report, true)
      // Its hour came here since the export was made: readers have it.
      if (isOvertaken && there.sourceHash !== hash)
        report.note('texts were to appear later, and have appeared here since; they are left as they are', there.path)
    } else {
      const body = bodies.next().value
      if (!body) throw new Error('a body was not converted')
      const article = importedArticle(item, hash, standing, body, context)
      if (there && isKept) {
        report.count(type, `${status} → ${statusName(there)}`, 'unchanged')
        report.keep(there.path)
      } else report.count(type, `${status} → ${statusName(standing)}`, there ? 'changed' : 'added')
      planned.push({ article, known: there, isKept })
    }
  }
  if (!planned.length) return
  await countPlanned(planned, survey.key, db, report)
  await giveAddresses(planned, paths, report, writer)
}

/** Gives each the address it asks for, or another where that is taken, and writes them. */
async function giveAddresses(
  planned: readonly PlannedArticle[],
  paths: PathAllocator,
  report: ImportReport,
  writer: ArticleWriter | null,
): Promise<void> {
  // What stays as it is here stays where it is.
  const written = planned.filter(({ isKept }) => !isKept)
  const { paths: given, moves } = await paths.give(
    written.map(({ article, known: there }) => ({
      sourceId: article.sourceId,
      path: article.input.path,
      isPublic: article.input.status === 'PUBLISHED',
      current: there?.path ?? null,
    })),
  )
  for (const [i, { article }] of written.entries()) {
    const path = given[i] ?? article.input.path
    const asked = article.input.path
    if (path !== asked && article.input.status === 'PUBLISHED') {
      report.note(
        'published texts have another address, because the site itself or another text lives there',
        `${asked} → ${path}`,
      )
    }
    article.input.path = path
  }
  await writer?.write(planned, moves)
}

async function readKnown(db: Database, site: string, waiting: readonly Waiting[]): Promise<Map<number, Known>> {
  const rows = await db.article.findMany({
    where: { sourceSite: site, sourceId: { in: waiting.map(({ sourceId }) => sourceId) } },
    select: { id: true, path: true, status: true, parentId: true, sourceHash: true, sourceId: true, trashedAt: true },
  })
  const edited = await readEdited(
    db,
    rows.map(({ id }) => id),
  )
  return new Map(
    rows.map(({ sourceId, trashedAt, ...row }) => [
      sourceId ?? 0,
      { ...row, trashed: trashedAt !== null, isEdited: edited.has(row.id) },
    ]),
  )
}

const statusName = ({ status, trashed }: { status: string; trashed: boolean }) => status + (trashed ? ', trashed' : '')

function sizeOf({ fields, meta, comments }: WxrItem): number {
  let characters = 0
  for (const text of fields.values()) characters += text.length
  for (const { value } of meta) characters += value.length
  for (const comment of comments) for (const text of comment.values()) characters += text.length
  return characters
}
