import { addAuthors } from '@/lib/authors/mutations'
import type { Database } from '@/lib/db'
import { categoryAddress, leadOn, tagAddress } from '@/lib/taxonomy/change-mutations'
import { addCategory, addTags, describeCategory, describeTag } from '@/lib/taxonomy/mutations'
import { isOnlyImport } from './ledger'
import { findMoved, type Moved, numbersByName } from './moved-term-queries'
import type { Pace } from './pace'
import type { ImportReport } from './report'
import type { Survey } from './survey'

/** What posts refer to, by category path, tag slug and the author's source name. */
export type Ids = {
  categories: Map<string, number>
  tags: Map<string, number>
  authors: Map<string, number>
  /** Of categories and tags those that have other addresses here by now, or were merged into others. */
  moved: { categories: ReadonlyMap<string, Moved>; tags: ReadonlyMap<string, Moved> }
}

type TermTask = {
  db: Database
  survey: Survey
  /** Null: it is only said what would be written. */
  pace: Pace | null
  report: ImportReport
  /** True where an earlier import came to its end: what is not here may have been deleted. */
  isAgain: boolean
}

/** Of whatever is only said, not written. */
const NO_ID = 0
const AT_ONCE = 50

/**
 * Brings the categories, tags and authors that are not there yet; those that are keep their names, and get a description
 * where they had none. What was renamed, moved or merged here stays as it is, and what is filed in it goes there.
 */
export async function writeTerms(task: TermTask): Promise<Ids> {
  const hasNumbers = await isOnlyImport(task.db, task.survey.key)
  const categories = await writeCategories(task, hasNumbers)
  const tags = await writeTags(task, hasNumbers)
  return {
    categories: categories.ids,
    tags: tags.ids,
    authors: await writeAuthors(task),
    moved: { categories: categories.moved, tags: tags.moved },
  }
}

async function writeCategories(task: TermTask, hasNumbers: boolean) {
  const { db, survey, pace, report } = task
  const select = { id: true, path: true, description: true, wordpressId: true } as const
  const rows = await db.category.findMany({ select })
  const known = new Map(rows.map((row) => [row.path, row]))
  const moved = await findMoved(db, {
    names: survey.terms.categories.flatMap(({ path }) => (known.has(path) ? [] : [path])),
    numbers: numbersByName(hasNumbers ? survey.terms.numbered : []),
    addressOf: categoryAddress,
    read: async () => rows.map(({ path, ...row }) => ({ ...row, name: path })),
  })
  const ids = new Map<string, number>()
  const positions = new Map<string, number>()
  const homes = new Map<string, string>()
  for (const { path, slug, name, description } of survey.terms.categories) {
    const above = path.split('/').slice(0, -1).join('/')
    const position = positions.get(above) ?? 0
    positions.set(above, position + 1)
    // A new one stands where what is above it stands now.
    const home = above ? `${homes.get(above) ?? above}/${slug}` : path
    const elsewhere = moved.get(path)
    const row = elsewhere ? undefined : (known.get(path) ?? known.get(home))
    homes.set(path, elsewhere?.name ?? row?.path ?? home)
    const isDescribed = elsewhere || (row && (row.description !== '' || description === ''))
    report.count('category', '', row || elsewhere ? (isDescribed ? 'unchanged' : 'changed') : 'added')
    ids.set(path, elsewhere?.id ?? row?.id ?? NO_ID)
    if (elsewhere) await leadTo(task, categoryAddress, path, elsewhere)
    else if (!row) {
      tellNew(task, categoryAddress(path))
      known.set(home, { id: NO_ID, path: home, description, wordpressId: null })
    }
    if (isDescribed || !pace) continue
    if (row) await pace.transact((tx) => describeCategory(tx, row.id, description))
    else {
      const category = { slug, path: home, name, description, position, parentId: ids.get(above) ?? null }
      const id = await pace.transact(async (tx) => {
        if (home !== path) await leadOn(tx, categoryAddress(path), categoryAddress(home), survey.exportedAt)
        return addCategory(tx, category)
      })
      known.set(home, { id, path: home, description, wordpressId: null })
      ids.set(path, id)
    }
  }
  for (const slug of survey.terms.cut)
    report.note('categories are below one that is not there; they stand at the top', slug)
  return { ids, moved }
}

/** Says that a term has another address here, and leads there from its old one where nothing does yet. */
async function leadTo(
  { survey, pace, report }: TermTask,
  addressOf: (name: string) => string,
  name: string,
  { name: home, isLed }: Moved,
): Promise<void> {
  const [from, to] = [addressOf(name), addressOf(home)]
  report.note('categories and tags have other addresses here, or were merged; they stay so', `${from} → ${to}`)
  if (!isLed) await pace?.transact((tx) => leadOn(tx, from, to, survey.exportedAt))
}

function tellNew({ report, isAgain }: TermTask, address: string): void {
  if (isAgain) report.note('categories and tags are new in the export, or were deleted here; they are made', address)
}

async function writeTags(task: TermTask, hasNumbers: boolean) {
  const { db, survey, pace, report } = task
  const ids = new Map<string, number>()
  const moved = new Map<string, Moved>()
  const numbers = numbersByName(hasNumbers ? survey.terms.numberedTags : [])
  const select = { id: true, slug: true, wordpressId: true } as const
  const read = async (slugs: string[], wordpressIds: number[]) => {
    const where = { OR: [{ slug: { in: slugs } }, { wordpressId: { in: wordpressIds } }] }
    return (await db.tag.findMany({ where, select })).map(({ slug, ...row }) => ({ ...row, name: slug }))
  }
  const wanted = [...survey.terms.tags]
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE)
    const rows = await db.tag.findMany({
      where: { slug: { in: some.map(({ slug }) => slug) } },
      select: { id: true, slug: true, description: true },
    })
    const known = new Map(rows.map((row) => [row.slug, row]))
    const names = some.flatMap(({ slug }) => (known.has(slug) ? [] : [slug]))
    const elsewhere = await findMoved(db, { names, numbers, addressOf: tagAddress, read })
    const fresh = some.filter(({ slug }) => !known.has(slug) && !elsewhere.has(slug))
    const plain = some.flatMap(({ slug, description }) => {
      const row = known.get(slug)
      return row && row.description === '' && description !== '' ? [{ id: row.id, description }] : []
    })
    report.count('tag', '', 'added', fresh.length)
    report.count('tag', '', 'changed', plain.length)
    report.count('tag', '', 'unchanged', some.length - fresh.length - plain.length)
    for (const { id, slug } of rows) ids.set(slug, id)
    for (const [slug, tag] of elsewhere) {
      ids.set(slug, tag.id)
      moved.set(slug, tag)
      await leadTo(task, tagAddress, slug, tag)
    }
    for (const { slug } of fresh) {
      ids.set(slug, NO_ID)
      tellNew(task, tagAddress(slug))
    }
    if (!pace || (!fresh.length && !plain.length)) continue
    const newIds = await pace.transact(async (tx) => {
      for (const { id, description } of plain) await describeTag(tx, id, description)
      return fresh.length ? addTags(tx, fresh) : []
    })
    for (const [i, { slug }] of fresh.entries()) ids.set(slug, newIds[i] ?? NO_ID)
  }
  return { ids, moved }
}

async function writeAuthors({ db, survey, pace, report }: TermTask) {
  const rows = await db.author.findMany({ select: { id: true, slug: true, sourceSite: true, sourceName: true } })
  const slugs = new Set(rows.map(({ slug }) => slug))
  const merged = await db.mergedSource.findMany({
    where: { sourceSite: survey.key },
    select: { sourceName: true, authorId: true },
  })
  const ids = new Map(merged.map(({ sourceName, authorId }) => [sourceName, authorId]))
  for (const { id, sourceSite, sourceName } of rows)
    if (sourceSite === survey.key && sourceName !== null) ids.set(sourceName, id)
  const wanted = [...survey.authors.all]
  const fresh = wanted
    .filter(({ sourceName }) => !ids.has(sourceName))
    .map(({ sourceName, slug: asked, name, bio }) => {
      let slug = asked
      for (let number = 2; slugs.has(slug); number++) slug = `${asked}-${number}`
      slugs.add(slug)
      if (slug !== asked) report.note('authors have another address, because theirs is taken', `${asked} → ${slug}`)
      return { slug, name, bio, source: { site: survey.key, name: sourceName } }
    })
  report.count('author', '', 'added', fresh.length)
  report.count('author', '', 'unchanged', wanted.length - fresh.length)
  for (const name of survey.authors.guessed) report.note('authors are known from bylines alone', name)
  for (let at = 0; at < fresh.length; at += AT_ONCE) {
    const some = fresh.slice(at, at + AT_ONCE)
    const newIds = pace ? await pace.transact((tx) => addAuthors(tx, some)) : []
    for (const [i, { source }] of some.entries()) ids.set(source.name, newIds[i] ?? NO_ID)
  }
  return ids
}
