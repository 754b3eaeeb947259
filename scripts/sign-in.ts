// npm run sign-in -- --as EMAIL|ROLE [--reset]
// Prints a link that signs in as that person (good for ten minutes), or with --reset one with which they choose a new
// password (good for a day). For a lost password where no mail is sent, and for the people of the demo newsroom, who have none.
import { z } from 'zod'
import { commandLine, recordDone } from '@/lib/audit/mutations'
import { addLink, linkAddress } from '@/lib/auth/links'
import { ROLES } from '@/lib/auth/permissions'
import { type Database, openDatabase } from '@/lib/db'
import { EnvError, env } from '@/lib/env'

const USAGE = `npm run sign-in -- --as EMAIL|${ROLES.map((role) => role.toLowerCase()).join('|')} [--reset]`

class Refusal extends Error {}

async function main(args: string[]): Promise<void> {
  const at = args.indexOf('--as')
  const as = at < 0 ? undefined : args[at + 1]
  const reset = args.includes('--reset')
  if (!as || args.length !== (reset ? 3 : 2)) throw new Refusal(USAGE)
  const { databaseUrl, siteUrl } = env()
  const db = await openDatabase(databaseUrl)
  try {
    const person = await findPerson(db, as)
    const now = new Date()
    const token = await db.$transaction(async (tx) => {
      const kind = reset ? 'RESET' : 'SIGN_IN'
      await recordDone(tx, commandLine, { act: `link.${kind}`, object: `user:${person.id}` }, now)
      return addLink(tx, { kind, userId: person.id, madeBy: commandLine.name }, now)
    })
    console.log(`${person.name} <${person.email}>, ${person.role.toLowerCase()}:`)
    console.log(linkAddress(siteUrl, token))
    console.log(reset ? 'It works once, within a day.' : 'It works once, within ten minutes.')
  } finally {
    await db.$disconnect()
  }
}

const select = { id: true, name: true, email: true, role: true } as const

/** By e-mail address; or somebody of that role, who has been there longest. */
async function findPerson(db: Database, as: string) {
  const role = z.enum(ROLES).safeParse(as.toUpperCase())
  const active = { deactivatedAt: null }
  const person = role.success
    ? await db.user.findFirst({ where: { role: role.data, ...active }, orderBy: { createdAt: 'asc' }, select })
    : await db.user.findFirst({ where: { email: as.toLowerCase(), ...active }, select })
  if (!person)
    throw new Refusal(`There is nobody ${role.success ? 'of the role' : 'with the address'} ${as} who may sign in.`)
  return person
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal || error instanceof EnvError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
