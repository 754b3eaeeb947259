// npm run comments -- list [held|approved|spam|trash]
// npm run comments -- approve|hold|spam|trash ID…
// What moderators do until there is a desk. The running site shows it at once.
import { listModeratedComments } from '@/lib/comments/admin-queries'
import type { Verdict } from '@/lib/comments/moderation'
import { moderateComments } from '@/lib/comments/mutations'
import { openDatabase } from '@/lib/db'
import { EnvError, env } from '@/lib/env'

const USAGE = 'npm run comments -- list [held|approved|spam|trash] | approve|hold|spam|trash ID…'
const STATUSES = { held: 'HELD', approved: 'APPROVED', spam: 'SPAM', trash: 'TRASH' } as const
const VERDICTS: Verdict[] = ['approve', 'hold', 'spam', 'trash']
const SHOWN = 50

class Refusal extends Error {}

async function main([command = '', ...args]: string[]): Promise<void> {
  const verdict = VERDICTS.find((known) => known === command)
  const status = STATUSES[(args[0] ?? 'held') as keyof typeof STATUSES]
  const ids = args.map(Number)
  if (!verdict && !(command === 'list' && status)) throw new Refusal(USAGE)
  if (verdict && (!ids.length || ids.some((id) => !Number.isSafeInteger(id) || id < 1))) throw new Refusal(USAGE)
  const db = await openDatabase(env().databaseUrl)
  try {
    if (verdict) {
      const changed = await moderateComments(db, ids, verdict, 'command line', new Date())
      console.log(
        changed.length ? `${verdict}: ${changed.join(', ')}` : 'Nothing changed: they are so already, or not there.',
      )
    } else await list(db, status)
  } finally {
    await db.$disconnect()
  }
}

async function list(db: Awaited<ReturnType<typeof openDatabase>>, status: (typeof STATUSES)[keyof typeof STATUSES]) {
  const comments = await listModeratedComments(db, status, SHOWN)
  if (!comments.length) console.log('None.')
  for (const { id, authorName, createdAt, path, text } of comments) {
    const [line = ''] = text.split('\n')
    console.log(`${id}  ${createdAt.toISOString().slice(0, 16)}  ${authorName}  ${path}\n    ${line.slice(0, 100)}`)
  }
  if (comments.length === SHOWN) console.log(`The oldest ${SHOWN}; there may be more.`)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal || error instanceof EnvError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
