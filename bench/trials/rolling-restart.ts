import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveProxy } from '../nginx'
import { freePort, type Served, serveSite } from '../site'
import { ask, steadily } from './ask'
import { type Figure, none } from './figure'
import { articlePaths, hiddenFields, reply } from './passing-site'

const PER_SECOND = 200
const RESTARTS = 20
/** One request in so many is a form that is refused; nginx must not send those twice. */
const FORM_EVERY = 100
/** And one is a page that has to be made. */
const COLD_EVERY = 50

/** Two servers on one database behind nginx, restarted in turn while readers read and write. */
export async function rollingRestart(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-restart-'))
  const ports = [await freePort(), await freePort()]
  const logFile = join(dataDir, 'server.log')
  const begin = (which: number) =>
    serveSite({ DATA_DIR: dataDir, DEMO: '', LOG_LEVEL: 'warn', PORT: String(ports[which]) }, logFile)
  const sites: Served[] = []
  try {
    // The first fills the database.
    for (const which of [0, 1]) sites.push(await begin(which))
    const proxy = await serveProxy(ports)
    try {
      const figures = await restartInTurn(
        proxy.url,
        await articlePaths(`file:${dataDir}/broadsheet.db`, 20),
        async (i) => {
          await sites[i % 2]?.stop()
          sites[i % 2] = await begin(i % 2)
        },
      )
      // Nothing but a machine that has no time for it should keep a server from ending in time.
      const forced = readFileSync(logFile, 'utf8').split('requests were still open').length - 1
      return [...figures, none('servers that ended with requests still open', forced, `${RESTARTS}`)]
    } finally {
      await proxy.stop()
    }
  } finally {
    for (const site of sites) await site.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function restartInTurn(
  proxyUrl: string,
  paths: string[],
  restart: (i: number) => Promise<void>,
): Promise<Figure[]> {
  const base = proxyUrl.replace(/\/$/, '')
  const form = base + (paths[0] ?? '')
  const hidden = hiddenFields((await ask(form)).body.toString())
  const failures = new Map<string, number>()
  let isOver = false
  const restarting = (async () => {
    for (let i = 0; i < RESTARTS; i++) await restart(i)
  })().finally(() => {
    isOver = true
  })
  const sent = await steadily(
    PER_SECOND,
    () => isOver,
    async (i) => {
      const expected = i % FORM_EVERY === 0 ? 422 : 200
      const cold = i % COLD_EVERY === 1 ? `?replytocom=${1_000_000 + i}` : ''
      const { status, failure = '' } =
        expected === 422
          ? await reply(form, hidden, { comment: '' }).then((status) => ({ status, failure: '' }), lost)
          : await ask(base + paths[i % paths.length] + cold)
      if (status === expected) return
      const name = `${expected === 422 ? 'a form' : 'a page'} answered ${status} ${failure}`
      failures.set(name, (failures.get(name) ?? 0) + 1)
    },
  )
  await restarting
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0)
  for (const [name, count] of failures) console.log(`    ${name}: ${count}`)
  return [none(`failed requests, ${RESTARTS} restarts at ${PER_SECOND} a second`, failed, `${sent.length}`)]
}

const lost = (error: Error) => ({ status: 0, failure: error.message })
