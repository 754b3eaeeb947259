import { randomBytes } from 'node:crypto'
import type { Day } from '@/lib/calendar/days'
import { addCounts } from '@/lib/database/add-counts'
import type { Database } from '@/lib/db'
import type { Moment } from './days'
import { estimate, merge } from './registers'
import type { Tally } from './view'

/** What was counted in one moment. */
export type Counted = Moment & { tally: Tally }
/** What one process knows of a day's readers. */
export type Sketch = { day: Day; origin: string; registers: Uint8Array<ArrayBuffer> }

/** Adds what was counted to what is stored, all of it or nothing. */
export async function writeCounted(db: Database, counted: Counted[], sketch: Sketch | null): Promise<void> {
  await db.$transaction(async (tx) => {
    const articles = counted.flatMap(({ tally, ...moment }) =>
      [...tally.articles].map(([articleId, views]) => ({ ...moment, articleId, views })),
    )
    const minutes = articles.map(({ minute, articleId, views }) => ({ minute, articleId, views }))
    const hours = articles.map(({ day, hour, articleId, views }) => ({ day, hour, articleId, views }))
    const days = articles.map(({ day, articleId, views }) => ({ day, articleId, views }))
    const figures = counted.flatMap(({ tally, day }) =>
      [...tally.figures].flatMap(([kind, subjects]) =>
        [...subjects].map(([subject, views]) => ({ kind, day, subject: subject.toWellFormed(), views })),
      ),
    )
    await addCounts(tx, 'ViewMinute', ['minute', 'articleId'], minutes)
    await addCounts(tx, 'ViewHour', ['articleId', 'day', 'hour'], hours)
    await addCounts(tx, 'ViewDay', ['articleId', 'day'], days)
    await addCounts(tx, 'Figure', ['kind', 'day', 'subject'], figures)
    if (!sketch) return
    const { day, origin, registers } = sketch
    await tx.readerSketch.upsert({
      where: { day_origin: { day, origin } },
      create: { day, origin, registers },
      update: { registers },
      select: { day: true },
    })
  })
}

/** The row in which the salt is: there is one, so that a day's is written over by the next one's. */
const ID = 1
const SALT_BYTES = 32
const NO_SALT = '0'.repeat(2 * SALT_BYTES)

/** The salt of a day, the same for every process. That of the day before is gone with it. */
export async function openSalt(db: Database, day: Day): Promise<Buffer> {
  for (;;) {
    const row = await db.readerSalt.findUnique({ where: { id: ID } })
    if (row?.day === day && row.salt !== NO_SALT) return Buffer.from(row.salt, 'hex')
    const fresh = { day, salt: randomBytes(SALT_BYTES).toString('hex') }
    // Whoever comes second finds it changed, or there, and reads the first one's.
    if (row) await db.readerSalt.updateMany({ where: { id: ID, salt: row.salt }, data: fresh })
    else await db.readerSalt.upsert({ where: { id: ID }, create: { id: ID, ...fresh }, update: {} })
  }
}

/** Counts the readers of the days that are over, and keeps nothing else of them: no salt, no registers. */
export async function closeDays(db: Database, today: Day): Promise<void> {
  await db.readerSalt.updateMany({ where: { day: { not: today } }, data: { salt: NO_SALT } })
  const over = await db.readerSketch.findMany({ where: { day: { lt: today } } })
  for (const day of new Set(over.map((sketch) => sketch.day))) {
    const readers = estimate(merge(over.filter((sketch) => sketch.day === day).map(({ registers }) => registers)))
    await db.$transaction(async (tx) => {
      // What a process wrote late is of readers that others have seen too, as a rule.
      const known = await tx.readerDay.findUnique({ where: { day } })
      const data = { readers: Math.max(readers, known?.readers ?? 0) }
      await tx.readerDay.upsert({ where: { day }, create: { day, ...data }, update: data, select: { day: true } })
      await tx.readerSketch.deleteMany({ where: { day } })
    })
  }
}
