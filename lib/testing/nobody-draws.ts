import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

/**
 * What a large site does for days on end (lib/social-images/fill-mutations.ts) is not what is measured: it finds that it was
 * given up, and waits for somebody to begin it anew.
 */
export function nobodyDraws(dataDir: string): void {
  const raw = new BetterSqlite3(join(dataDir, 'broadsheet.db'))
  try {
    raw.exec(`INSERT INTO Job (kind, payload, runAt, failedAt, createdAt) SELECT 'socialImages.fill', '{}', 0, 0, 0
      WHERE NOT EXISTS (SELECT 1 FROM Job WHERE kind = 'socialImages.fill' AND finishedAt IS NULL)`)
  } finally {
    raw.close()
  }
}
