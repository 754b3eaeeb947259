/** What a row of the audit log says. */
export type AuditFacts = {
  at: Date
  actorId: string | null
  actorName: string
  act: string
  object: string
  result: 'DONE' | 'REFUSED'
  details: unknown
  address: string
  /** What nobody can guess, so that nobody can find out by its digest what the row said, once somebody was taken out of it. */
  salt: string
}
export type ChainedRow = AuditFacts & { id: number; digest: string; chain: string }
export type Head = { lastId: number; chain: string; seal: string }

/** A hash that nobody makes without the site's secret (lib/secret.ts). */
export type KeyedHash = (purpose: string, text: string) => string

/** What is written where the end of the log was not as it had been left. */
export const BROKEN = 'audit.broken'

/** What is written where events from before there was a chain were taken into it: once in the life of a site, or never. */
export const BEGUN = 'audit.begun'

/** The same text for the same facts, whichever database they come from: it may order the names of details anew. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}

export function digestOf(facts: AuditFacts, hash: KeyedHash): string {
  const { at, actorId, actorName, act, object, result, details, address, salt } = facts
  // As the database keeps it: without what is undefined.
  const kept: unknown = JSON.parse(JSON.stringify(details))
  const said = [at.toISOString(), actorId, actorName, act, object, result, kept, address]
  // Events from before there were salts have none.
  return hash('audit row', canonical(salt ? [...said, salt] : said))
}

export const chainOf = (before: string, digest: string, hash: KeyedHash): string =>
  hash('audit chain', `${before} ${digest}`)

export const sealOf = ({ lastId, chain }: Omit<Head, 'seal'>, hash: KeyedHash): string =>
  hash('audit head', `${lastId} ${chain}`)

/** Each with its digest and its place in the chain that ended with `before`. */
export function chained<F extends AuditFacts>(before: string, rows: readonly F[], hash: KeyedHash) {
  let chain = before
  return rows.map((row) => {
    const digest = digestOf(row, hash)
    chain = chainOf(chain, digest, hash)
    return { ...row, digest, chain }
  })
}

/**
 * What is wrong with a row that comes after the one whose chain is `before`: it was changed, something before it was changed,
 * taken out, put in or moved; it is in no chain at all; or it says itself that the log was found broken.
 */
export type RowFault = 'changed' | 'order' | 'unchained' | 'broken'

/** `erasedTo`: the digest of what it says since somebody was taken out of it (erasure.ts). Its place stays where it was. */
export function rowFault(row: ChainedRow, before: string, hash: KeyedHash, erasedTo?: string): RowFault | null {
  if (!row.chain) return 'unchained'
  if (digestOf(row, hash) !== (erasedTo ?? row.digest)) return 'changed'
  if (chainOf(before, row.digest, hash) !== row.chain) return 'order'
  return row.act === BROKEN ? 'broken' : null
}

/** What is wrong with the end: rows after the last one are gone, or the head is not what this site wrote. */
export function headFault(head: Head | null, last: Pick<ChainedRow, 'id' | 'chain'> | null, hash: KeyedHash) {
  if (!head) return last ? 'head' : null
  if (head.seal !== sealOf(head, hash)) return 'head'
  return head.lastId === (last?.id ?? 0) && head.chain === (last?.chain ?? '') ? null : 'end'
}
