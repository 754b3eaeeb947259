import type BetterSqlite3 from 'better-sqlite3'
import type { Day } from '@/lib/calendar/days'
import { lastDays } from '@/lib/counting/days'

type Counts = { articles: number; days: number; read: number; today: Day; now: Date }

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Counts of days in which few articles have most of the readings. `read`: how many articles are read on a day. */
export function fillCounts(raw: BetterSqlite3.Database, { articles, days, read, today, now }: Counts): void {
  const day = raw.prepare('INSERT INTO ViewDay (day, articleId, views) VALUES (?, ?, ?)')
  const hour = raw.prepare('INSERT INTO ViewHour (day, hour, articleId, views) VALUES (?, ?, ?, ?)')
  const minute = raw.prepare('INSERT INTO ViewMinute (minute, articleId, views) VALUES (?, ?, ?)')
  const figure = raw.prepare('INSERT INTO Figure (kind, day, subject, views) VALUES (?, ?, ?, ?)')
  const all = lastDays(today, days)
  for (const [k, one] of all.entries()) {
    day.run(one, 0, read * 12)
    for (const i of numbers(read)) day.run(one, ((i * 9_973 + k * 31) % articles) + 1, Math.ceil(40_000 / (i + 1)))
    if (k >= all.length - 35) {
      for (const h of numbers(24)) {
        hour.run(one, h, 0, read / 2)
        for (const i of numbers(read / 10)) hour.run(one, h, ((i * 9_973 + k * 31) % articles) + 1, 1)
      }
    }
    for (const i of numbers(500)) figure.run('author', one, `${((i * 7 + k) % 2_000) + 1}`, 1_000 - i)
    for (const i of numbers(50)) figure.run('category', one, `${i + 1}`, 1_000 - i)
    for (const i of numbers(1_000)) figure.run('host', one, `host-${(i * 11 + k) % 4_000}.example`, 1_000 - i)
    for (const kind of ['search', 'searchless']) {
      if (k >= all.length - 30)
        for (const i of numbers(1_000)) figure.run(kind, one, `words ${(i * 13 + k) % 9_000}`, 1 + (i % 5))
    }
    for (const name of ['phone', 'tablet', 'computer', 'other']) figure.run('device', one, name, 9)
  }
  const last = Math.floor(now.getTime() / 60_000)
  for (const m of numbers(30)) {
    minute.run(last - m, 0, 900)
    for (const i of numbers(400)) minute.run(last - m, ((i * 37 + m) % articles) + 1, 3)
  }
}
