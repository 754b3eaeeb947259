import type { ServerResponse } from 'node:http'
import type { Database } from '@/lib/db'

const PATIENCE_MS = 2_000

/** `/healthz`: this process answers. `/readyz`: and so does its database. */
export const HEALTH_PATHS = new Set(['/healthz', '/readyz'])

export async function answerHealth(db: Database, path: string, res: ServerResponse): Promise<void> {
  const ready = path === '/healthz' || (await answersInTime(db))
  res.writeHead(ready ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  res.end(ready ? 'ok\n' : 'the database does not answer\n')
}

async function answersInTime(db: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false)
  })
  const asked = db.setting.findFirst({ select: { key: true } }).then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
