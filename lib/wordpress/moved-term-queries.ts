import { foldPath } from '@/lib/articles/paths'
import type { Database } from '@/lib/db'
import { isKept } from './rest/numbers'

const AT_ONCE = 50

/** `name`: the path of a category, the slug of a tag. */
type Row = { id: number; name: string; wordpressId: number | null }
/** What a term of the export is here now. `isLed`: its old address leads somewhere already. */
export type Moved = { id: number; name: string; isLed: boolean }

type Sought = {
  /** Names in the export that nothing here has. */
  names: readonly string[]
  /** WordPress's numbers by name. */
  numbers: ReadonlyMap<string, number[]>
  addressOf: (name: string) => string
  /** Those with one of the names or numbers; more do no harm. */
  read: (names: string[], numbers: number[]) => Promise<Row[]>
}

/**
 * What became here of terms that have other addresses than in the export, by their names there: renamed and moved ones
 * keep their numbers, and the addresses of merged ones lead to what they were merged into.
 */
export async function findMoved(db: Database, { names, numbers, addressOf, read }: Sought) {
  const moved = new Map<string, Moved>()
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE).map((name) => ({
      name,
      from: foldPath(addressOf(name)),
      own: numbers.get(name) ?? [],
    }))
    const redirects = await db.redirect.findMany({
      where: { fromFolded: { in: some.map(({ from }) => from) } },
      select: { fromFolded: true, toPath: true },
    })
    const leading = new Map(redirects.map(({ fromFolded, toPath }) => [fromFolded, toPath]))
    const rows = await read(
      [...leading.values()].map(nameIn),
      some.flatMap(({ own }) => own),
    )
    for (const { name, from, own } of some) {
      const to = leading.get(from)
      const row =
        rows.find(({ wordpressId }) => wordpressId !== null && own.includes(wordpressId)) ??
        rows.find((one) => addressOf(one.name) === to)
      if (!row) continue
      const isLed = to !== undefined || foldPath(addressOf(row.name)) === from
      moved.set(name, { id: row.id, name: row.name, isLed })
    }
  }
  return moved
}

/** "harbour/ferries" of "/category/harbour/ferries/". */
const nameIn = (address: string): string => address.split('/').slice(2, -1).join('/')

export function numbersByName(numbered: Iterable<[number: number, name: string]>): Map<string, number[]> {
  const numbers = new Map<string, number[]>()
  for (const [number, name] of numbered) if (isKept(number)) numbers.set(name, [...(numbers.get(name) ?? []), number])
  return numbers
}
