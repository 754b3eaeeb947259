// npm run seed -- --articles 100000 --comments 1000000 [--media 20000 --authors 5000]
// A large site that is the same at every run, for measuring: into DATA_DIR or DATABASE_URL, which must have no articles.
// Comments are written by one process a core; --part says which of them this one is, and is not for people.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { fillFast } from '@/lib/database/fill-fast'
import { migrate } from '@/lib/database/migrator'
import { type Database, openDatabase } from '@/lib/db'
import { bodyFromMarkdown } from '@/lib/demo/markdown'
import { readDemoNewsroom } from '@/lib/demo/newsroom'
import { EnvError, env } from '@/lib/env'
import { seedMedia } from '@/lib/seed/media-mutations'
import { countAllComments, seedArticles, seedComments } from '@/lib/seed/mutations'
import { collectSentences } from '@/lib/seed/texts'

const USAGE = 'npm run seed -- --articles 100000 --comments 1000000 --media 20000 --authors 5000'
const began = performance.now()

class Refusal extends Error {}

const option = { type: 'string' } as const
const sizes = { articles: option, comments: option, media: option, authors: option }
const { values } = parseArgs({ options: { ...sizes, part: option, parts: option } })
const number = (text: string | undefined, otherwise: number) => {
  const value = Number(text ?? otherwise)
  if (!Number.isSafeInteger(value) || value < 0) throw new Refusal(USAGE)
  return value
}

async function main(): Promise<void> {
  const articles = number(values.articles, 100_000)
  const comments = number(values.comments, 1_000_000)
  await migrate(env().databaseUrl)
  const db = await openDatabase(env().databaseUrl)
  try {
    await fillFast(db)
    if (values.part !== undefined) {
      const part = { part: number(values.part, 0), parts: number(values.parts, 1) }
      await seedComments(db, comments, readSentences()[0]?.sentences ?? [], part, reporter('comments', comments))
    } else {
      const [media, authors] = [number(values.media, 0), Math.max(1, number(values.authors, 300))]
      await seedSite(db, { articles, comments, media, authors })
    }
  } finally {
    await db.$disconnect()
  }
}

type Size = { articles: number; comments: number; media: number; authors: number }

async function seedSite(db: Database, { articles, comments, media, authors }: Size): Promise<void> {
  if (await db.article.count()) throw new Refusal('There are articles in this database; the seed needs an empty one.')
  const sentences = readSentences()
  const pictures = media ? await seedMedia(db, media, sentences[0]?.sentences ?? [], reporter('media', media)) : []
  await seedArticles(db, { total: articles, authors, pictures }, sentences, reporter('articles', articles))
  const parts = availableParallelism()
  const children = Array.from({ length: comments ? parts : 0 }, (_, part) => {
    const args = [process.argv[1] ?? '', '--comments', `${comments}`, '--part', `${part}`, '--parts', `${parts}`]
    return once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')
  })
  for (const [code] of await Promise.all(children)) if (code !== 0) throw new Error('comments were not written')
  await countAllComments(db)
  console.log(`seeded in ${seconds()} s`)
}

/** The languages of the demo newsroom, the one with most texts first. */
function readSentences() {
  const bodies = readDemoNewsroom().articles.map(({ locale, markdown }) => ({
    locale,
    html: bodyFromMarkdown(markdown),
  }))
  return collectSentences(bodies).sort((a, b) => b.sentences.length - a.sentences.length)
}

const seconds = () => ((performance.now() - began) / 1000).toFixed(0)

/** A line every 5 s: how far, and since when. */
function reporter(what: string, total: number): (done: number) => void {
  let last = performance.now()
  return (done) => {
    if (performance.now() - last < 5_000) return
    last = performance.now()
    console.log(`${what}: ${done} of ${total} (${seconds()} s)`)
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof Refusal || error instanceof EnvError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
