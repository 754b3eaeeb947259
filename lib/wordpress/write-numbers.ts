import { updateRows } from '@/lib/database/insert-rows'
import type { Database } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { AUTHORS_TAG, SITE_TAG } from '@/lib/site/facts'
import type { Pace } from './pace'
import { isKept } from './rest/numbers'
import type { Survey } from './survey'
import type { Ids } from './write-terms'

const AT_ONCE = 250

type Numbered = { id: number; wordpressId: number | null }
type Wanted = { id: number; wordpressId: number }

/**
 * Keeps WordPress's numbers of categories, tags and authors, by which apps know them. One that is numbered stays so, and no
 * number is given twice: of two imported sites the first has it. What a category or tag was merged into
 * here keeps the number that it has, or goes without.
 */
export async function writeNumbers(db: Database, survey: Survey, ids: Ids, pace: Pace): Promise<void> {
  const select = { id: true, wordpressId: true } as const
  const { moved } = ids
  const atHome = survey.terms.numbered.filter(([, path]) => !moved.categories.has(path))
  const categories = missing(await db.category.findMany({ select }), atHome, ids.categories)
  await write(pace, 'Category', categories, () => SITE_TAG)
  const tagsAtHome = [...survey.terms.numberedTags].filter(([, slug]) => !moved.tags.has(slug))
  const tags = missing(await db.tag.findMany({ select }), tagsAtHome, ids.tags)
  await write(pace, 'Tag', tags, (id) => `tag:${id}`)
  const authors = missing(await db.author.findMany({ select }), survey.authors.numbered, ids.authors)
  await write(pace, 'Author', authors, () => AUTHORS_TAG)
}

function missing(rows: Numbered[], numbered: Iterable<[number, string]>, ids: Map<string, number>): Wanted[] {
  const taken = new Set(rows.map(({ wordpressId }) => wordpressId))
  const bare = new Set(rows.flatMap(({ id, wordpressId }) => (wordpressId === null ? [id] : [])))
  return [...numbered].flatMap(([wordpressId, name]) => {
    const id = ids.get(name)
    if (id === undefined || !isKept(wordpressId) || taken.has(wordpressId) || !bare.delete(id)) return []
    taken.add(wordpressId)
    return [{ id, wordpressId }]
  })
}

async function write(pace: Pace, table: string, wanted: Wanted[], tagOf: (id: number) => string): Promise<void> {
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE)
    await pace.transact(async (tx) => {
      await updateRows(tx, table, 'id', some)
      changed(tx, ...some.map(({ id }) => tagOf(id)))
    })
  }
}
