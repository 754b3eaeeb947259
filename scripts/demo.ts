// npm run demo -- load|remove
// Brings the demo newsroom into an empty site, or takes it out with all that was said of it.
import { beginChain } from '@/lib/audit/chain-mutations'
import { MigrationError } from '@/lib/database/migrations'
import { migrate } from '@/lib/database/migrator'
import { type Database, openDatabase } from '@/lib/db'
import { loadDemo } from '@/lib/demo/load'
import { readDemoNewsroom } from '@/lib/demo/newsroom'
import { demoState, removeDemo } from '@/lib/demo/remove'
import { EnvError, env } from '@/lib/env'

class Refusal extends Error {}

async function main([command]: string[]): Promise<void> {
  if (command !== 'load' && command !== 'remove') throw new Refusal('npm run demo -- load|remove')
  const { databaseUrl } = env()
  await migrate(databaseUrl)
  const db = await openDatabase(databaseUrl)
  try {
    await beginChain(db, new Date())
    await (command === 'load' ? load(db) : remove(db))
  } finally {
    await db.$disconnect()
  }
}

async function load(db: Database): Promise<void> {
  const [articles, authors, settings] = [
    await db.article.count(),
    await db.author.count(),
    await db.setting.count({ where: { key: 'site' } }),
  ]
  if (articles || authors || settings)
    throw new Refusal('The site is not empty; the demo newsroom goes into an empty one only.')
  await loadDemo(db, readDemoNewsroom(), new Date())
  console.log('The demo newsroom is loaded.')
}

async function remove(db: Database): Promise<void> {
  if ((await demoState(db)) === 'none') throw new Refusal('There is no demo newsroom in this database.')
  await removeDemo(db, readDemoNewsroom())
  console.log('The demo newsroom is gone, with the comments on it. What was written since is still there.')
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal || error instanceof EnvError || error instanceof MigrationError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
