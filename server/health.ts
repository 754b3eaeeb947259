import type { ServerResponse } from 'node:http'
import type { Database } from '@/lib/db'

const PATIENCE_MS = 2_000

/** `/healthz`: this process answers. `/readyz`: and so does its database, and it is to go on. */
export const HEALTH_PATHS = new Set(['/healthz', '/readyz'])

export async function answerHealth(
  { db, isEnding }: { db: Database; isEnding: boolean },
  path: string,
  res: ServerResponse,
): Promise<void> {
  const trouble = path === '/healthz' ? undefined : await whatIsMissing(db, isEnding)
  res.writeHead(trouble ? 503 : 200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  res.end(`${trouble ?? 'ok'}\n`)
}

async function whatIsMissing(db: Database, isEnding: boolean): Promise<string | undefined> {
  if (isEnding) return 'this process is ending'
  return (await answersInTime(db)) ? undefined : 'the database does not answer'
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
