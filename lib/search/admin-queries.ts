import { dialectOf } from '@/lib/database/dialect'
import type { Database } from '@/lib/db'
import { GAP } from './document'
import { foldWord } from './fold'
import { BEGINS, type Wanted } from './newsroom-document'
import { parseQuery, type Term } from './query'
import { readWords } from './words'

/** Of the newsroom's index: all that is wanted, and nothing of the rest. */
export type ListQuery = { wanted: Wanted; unwanted: string[][] }

/**
 * Ids of the articles of a list, what was written last first. Drafts, the trash and all: who may see what is part of
 * `query`. Both indexes are walked through in that order, or found in it; nothing is sorted that no index has sorted.
 */
export async function findListed(db: Database, query: ListQuery, skip: number, take: number): Promise<number[]> {
  const rows =
    dialectOf(db) === 'sqlite'
      ? await db.$queryRaw<{ id: number }[]>`
          SELECT (SELECT "articleId" FROM "NewsroomEntry" WHERE "place" = "NewsroomDocument".rowid) AS id
          FROM "NewsroomDocument" WHERE "NewsroomDocument" MATCH ${sqliteExpression(query)}
          ORDER BY "NewsroomDocument".rowid DESC LIMIT ${take} OFFSET ${skip}`
      : await db.$queryRaw<{ id: number }[]>`
          WITH found AS (
            SELECT "articleId" AS id, "place" FROM "NewsroomDocument" WHERE "words" @@ ${tsquery(query)}::tsquery
            ORDER BY "place" DESC LIMIT ${take} OFFSET ${skip})
          SELECT id FROM found ORDER BY "place" DESC`
  return rows.map(({ id }) => id)
}

/** What somebody typed, as it is looked for in whole texts. The newsroom's index has no places: a phrase is its words. */
export function wantedWords(typed: string): ListQuery {
  const { terms, excluded } = parseQuery(typed)
  return { wanted: terms, unwanted: excluded.flatMap((term: Term) => term) }
}

/** What is typed of a headline: of the last word, perhaps not all. */
export function wantedHeadline(typed: string): ListQuery {
  const { words } = readWords(typed.slice(0, 200))
  const wanted = words.map(({ token, start, end }, i): string[][] => {
    const begun = i === words.length - 1 ? foldWord(typed.slice(start, end)) : ''
    return [[GAP + token], ...(begun ? [[GAP + begun + BEGINS]] : [])]
  })
  return { wanted, unwanted: [] }
}

/** Words are letters, digits and the two signs of the indexes (fold.ts): in quotation marks nothing of them is syntax. */
function sqliteExpression({ wanted, unwanted }: ListQuery): string {
  const word = (text: string) => (text.endsWith(BEGINS) ? `"${text.slice(0, -1)}"*` : `"${text}"`)
  const all = (words: string[]) => `(${words.map(word).join(' AND ')})`
  const any = (alternatives: string[][]) => `(${alternatives.map(all).join(' OR ')})`
  const found = `(${wanted.map(any).join(' AND ')})`
  return unwanted.length ? `${found} NOT ${any(unwanted)}` : found
}

function tsquery({ wanted, unwanted }: ListQuery): string {
  const word = (text: string) => (text.endsWith(BEGINS) ? `'${text.slice(0, -1)}':*` : `'${text}'`)
  const all = (words: string[]) => `(${words.map(word).join(' & ')})`
  const any = (alternatives: string[][]) => `(${alternatives.map(all).join(' | ')})`
  return [...wanted.map(any), ...(unwanted.length ? [`!${any(unwanted)}`] : [])].join(' & ')
}
