import { createServer } from 'node:http'
import next from 'next'
import { linkAddress, replaceFirstAdminLink } from '@/lib/auth/links'
import { listenForChanges } from '@/lib/database/postgresql-notices'
import { providerOf } from '@/lib/database/provider'
import { type Database, database } from '@/lib/db'
import type { Env } from '@/lib/env'
import { followInvalidations, unfollowInvalidations } from '@/lib/invalidation'
import { log } from '@/lib/log'
import { startCounting } from './counting'
import { answer, drawing } from './door'
import { endServer } from './end-server'
import { every, startJobs } from './jobs'
import { openDoor } from './open-door'

/** How long open requests may take to end after SIGTERM. */
const DRAIN_MS = 9_000

/** A picture may come over a thin line; forms have less (server/form-post.ts). */
const UPLOAD_MS = 600_000

/** One write for whatever redirects were asked for since; a process that is killed loses so much of the count. */
const COUNT_EVERY_MS = 5_000

/** Whoever has waited for the start is answered before the site begins what nobody waits for. */
const SETTLED_AFTER_MS = 2_000

/** What Node itself cannot read, a raw non-ASCII byte in the address for one, is answered 400, but for these. */
const UNREADABLE: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Opens the site: one process, one client of the database, all pages of readers. */
export async function serve(settings: Env): Promise<void> {
  const { port, host, siteUrl } = settings
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 30_000, requestTimeout: UPLOAD_MS })
  // Next would take every connection that asks to be upgraded and never answer it, so it gets a server that hears nothing.
  const app = next({ dev: false, hostname: host, port, httpServer: createServer() })
  const [db] = await Promise.all([openAndFollow(settings.databaseUrl), app.prepare()])
  const door = openDoor(settings, db, app.getRequestHandler())
  let stopJobs = () => {
    clearTimeout(settled)
  }
  const settled = setTimeout(() => {
    void drawing()
    stopJobs = startJobs(db, door.pages, settings.runsJobs)
  }, SETTLED_AFTER_MS)
  const stopHits = every(COUNT_EVERY_MS, () => door.redirectHits.write(db))
  const endCounting = startCounting(db, door.counter)
  server.on('request', (req, res) => void answer(door, req, res))
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => {
    const status = UNREADABLE[code ?? ''] ?? '400 Bad Request'
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\nThis request cannot be read.\n`)
  })

  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    console.error(`Port ${port} is in use. Choose another with PORT=…, or end what uses it.`)
    process.exit(1)
  })
  server.listen(port, host, () => {
    if (!settings.runsJobs) return
    console.log(`Broadsheet is at ${siteUrl}`)
    greetFirstAdmin(db, siteUrl).catch((error: unknown) => log().error({ error }, 'no link for the first admin'))
    if (host === '127.0.0.1') {
      console.log('Only this machine can reach it. HOST=0.0.0.0 SITE_URL=http://… opens it to others.')
    }
  })

  const stop = () => {
    door.isEnding = true
    stopJobs()
    stopHits()
    void endServer(server).then(async () => {
      await door.redirectHits.writeAll(db).catch((error: unknown) => log().warn({ error }, 'hits were not counted'))
      await endCounting()
      unfollowInvalidations(db)
      await db.$disconnect()
      process.exit(0)
    })
    setTimeout(() => {
      log().warn('requests were still open at the end')
      process.exit(0)
    }, DRAIN_MS).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** Nobody could sign in, so whoever sees what the start says is let in first: again at every start until it was used. */
async function greetFirstAdmin(db: Database, siteUrl: string): Promise<void> {
  const token = await replaceFirstAdminLink(db, new Date())
  if (token) console.log(`Nobody can sign in yet. The first admin begins at ${linkAddress(siteUrl, token)}`)
}

async function openAndFollow(databaseUrl: string): Promise<Database> {
  const db = await database()
  const listen = (notice: () => void) => listenForChanges(databaseUrl, notice)
  try {
    await (providerOf(databaseUrl) === 'postgresql' ? followInvalidations(db, listen) : followInvalidations(db))
  } catch (error) {
    // Readers are told to come back; the first page that can be read follows.
    log().warn({ error }, 'the database does not answer yet')
  }
  return db
}
