import type { Database } from '@/lib/db'
import { onInvalidation } from '@/lib/invalidation'
import { type PageContext, runInPageContext } from '@/lib/page-context'

/** Pages by name, and how each reads what it shows. */
export type Pages = Record<string, (db: Database) => Promise<unknown>>

/**
 * Names of the pages that a change drops, and of those that show something else after it: no page of the first may be
 * missing from the second, and none of the second from the first.
 */
export async function droppedAndChanged(db: Database, pages: Pages, change: () => Promise<unknown>) {
  const before = await readAll(db, pages)
  const heard = new Set<string>()
  let isListening = true
  onInvalidation((tags) => {
    if (isListening) for (const tag of tags) heard.add(tag)
  })
  await change()
  isListening = false
  const after = await readAll(db, pages)
  const names = Object.keys(pages)
  return {
    dropped: names.filter((name) => [...(before.get(name)?.tags ?? [])].some((tag) => heard.has(tag))),
    changed: names.filter((name) => before.get(name)?.shown !== after.get(name)?.shown),
  }
}

async function readAll(db: Database, pages: Pages) {
  const read = new Map<string, { tags: Set<string>; shown: string }>()
  for (const [name, readPage] of Object.entries(pages)) {
    const context: PageContext = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set() }
    const shown = await runInPageContext(context, () => readPage(db))
    read.set(name, { tags: context.tags, shown: JSON.stringify(shown, visible) ?? '' })
  }
  return read
}

/** Of a card's category a page shows the name, of an article's chain each name and address. */
function visible(key: string, value: unknown): unknown {
  if (value instanceof Set || value instanceof Map) return [...value]
  const category = value as { name: string; path: string } | null
  if (key === 'category') return category?.name
  if (key !== 'categoryChain' || !Array.isArray(value)) return value
  return value.map(({ name, path }: { name: string; path: string }) => [name, path])
}
