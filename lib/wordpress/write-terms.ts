import { addAuthors } from '@/lib/authors/mutations'
import type { Database } from '@/lib/db'
import { addCategory, addTags, describeCategory, describeTag } from '@/lib/taxonomy/mutations'
import type { Pace } from './pace'
import type { ImportReport } from './report'
import type { Survey } from './survey'

/** What posts refer to, by category path, tag slug and the author's source name. */
export type Ids = { categories: Map<string, number>; tags: Map<string, number>; authors: Map<string, number> }

/** Of whatever is only said, not written. */
const NO_ID = 0
const AT_ONCE = 50

/**
 * Brings the categories, tags and authors that are not there yet; those that are keep their names, and get a description
 * where they had none. Without `pace` it is only said what would be written.
 */
export async function writeTerms(db: Database, survey: Survey, pace: Pace | null, report: ImportReport): Promise<Ids> {
  return {
    categories: await writeCategories(db, survey, pace, report),
    tags: await writeTags(db, survey, pace, report),
    authors: await writeAuthors(db, survey, pace, report),
  }
}

async function writeCategories(db: Database, survey: Survey, pace: Pace | null, report: ImportReport) {
  const rows = await db.category.findMany({ select: { id: true, path: true, description: true } })
  const known = new Map(rows.map((row) => [row.path, row]))
  const ids = new Map<string, number>()
  const positions = new Map<string, number>()
  for (const { path, slug, name, description } of survey.terms.categories) {
    const above = path.split('/').slice(0, -1).join('/')
    const position = positions.get(above) ?? 0
    positions.set(above, position + 1)
    const row = known.get(path)
    const isDescribed = row && (row.description !== '' || description === '')
    report.count('category', '', row ? (isDescribed ? 'unchanged' : 'changed') : 'added')
    ids.set(path, row?.id ?? NO_ID)
    if (isDescribed || !pace) continue
    if (row) await pace.transact((tx) => describeCategory(tx, row.id, description))
    else {
      const parentId = ids.get(above) ?? null
      const category = { slug, path, name, description, position, parentId }
      ids.set(path, await pace.transact((tx) => addCategory(tx, category)))
    }
  }
  for (const slug of survey.terms.cut)
    report.note('categories are below one that is not there; they stand at the top', slug)
  return ids
}

async function writeTags(db: Database, survey: Survey, pace: Pace | null, report: ImportReport) {
  const ids = new Map<string, number>()
  const wanted = [...survey.terms.tags]
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE)
    const rows = await db.tag.findMany({
      where: { slug: { in: some.map(({ slug }) => slug) } },
      select: { id: true, slug: true, description: true },
    })
    const known = new Map(rows.map((row) => [row.slug, row]))
    const fresh = some.filter(({ slug }) => !known.has(slug))
    const plain = some.flatMap(({ slug, description }) => {
      const row = known.get(slug)
      return row && row.description === '' && description !== '' ? [{ id: row.id, description }] : []
    })
    report.count('tag', '', 'added', fresh.length)
    report.count('tag', '', 'changed', plain.length)
    report.count('tag', '', 'unchanged', some.length - fresh.length - plain.length)
    for (const { id, slug } of rows) ids.set(slug, id)
    for (const { slug } of fresh) ids.set(slug, NO_ID)
    if (!pace || (!fresh.length && !plain.length)) continue
    const newIds = await pace.transact(async (tx) => {
      for (const { id, description } of plain) await describeTag(tx, id, description)
      return fresh.length ? addTags(tx, fresh) : []
    })
    for (const [i, { slug }] of fresh.entries()) ids.set(slug, newIds[i] ?? NO_ID)
  }
  return ids
}

async function writeAuthors(db: Database, survey: Survey, pace: Pace | null, report: ImportReport) {
  const rows = await db.author.findMany({ select: { id: true, slug: true, sourceSite: true, sourceName: true } })
  const slugs = new Set(rows.map(({ slug }) => slug))
  const ids = new Map<string, number>()
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
