// npm run audit:verify [-- --since EVENT]
// Reads the whole audit log and says whether it is what the site wrote, while the site may run. EVENT is what an earlier
// reading named: that one must still be there, and with it all that stood before it.
import { parseArgs } from 'node:util'
import { type Fault, verifyAuditLog } from '@/lib/audit/queries'
import { openDatabase } from '@/lib/db'
import { EnvError, env } from '@/lib/env'

const USAGE = 'npm run audit:verify [-- --since NUMBER:CHAIN]'

const FAULTS: Record<Fault['fault'], (id: number) => string> = {
  changed: (id) => `Event ${id} is not what was written.`,
  order: (id) => `Before event ${id} something was taken out, put in, moved or changed.`,
  unchained: (id) => `Event ${id} was not written by the site: it has no place in the chain.`,
  broken: (id) => `Event ${id} says that the end of the log was not as the site had left it.`,
  again: (id) =>
    `Event ${id} took in what was before the chain, though another had: what stands before it may be made up.`,
  end: (id) => `The log does not end as the site had left it: its last event is ${id}.`,
  head: (id) => `Where the log ends, at event ${id}, was not written by this site, or its SECRET has changed.`,
  missing: (id) => `Event ${id} is not there as it was noted.`,
}

function readNoted(args: string[]): { id: number; chain: string } | undefined | null {
  try {
    const { since } = parseArgs({ args, options: { since: { type: 'string' } } }).values
    if (since === undefined) return undefined
    const [, id, chain] = /^(\d{1,9}):([\w-]{43})$/.exec(since) ?? []
    return id && chain ? { id: Number(id), chain } : null
  } catch {
    return null
  }
}

async function main(args: string[]): Promise<string | null> {
  const noted = readNoted(args)
  if (noted === null) return USAGE
  const db = await openDatabase(env().databaseUrl)
  try {
    const { events, end, begun, faults, count } = await verifyAuditLog(db, noted)
    if (begun) console.log(`Event ${begun.id} took in what was before the chain (${begun.at.toISOString()}).`)
    const more = count > faults.length ? [`And ${count - faults.length} more.`] : []
    if (count) return [...faults.map(({ id, fault }) => FAULTS[fault](id)), ...more].join('\n')
    console.log(`The audit log is whole: ${events} events.`)
    if (events)
      console.log(`Noted elsewhere, this proves later that none of them is gone: --since ${end.id}:${end.chain}`)
    return null
  } finally {
    await db.$disconnect()
  }
}

try {
  const fault = await main(process.argv.slice(2))
  if (fault) console.error(fault)
  process.exitCode = fault ? 1 : 0
} catch (error) {
  if (!(error instanceof EnvError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
