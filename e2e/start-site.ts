import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A site of its own for the journeys: the build that `npm start` serves, on a free port, with the demo newsroom. */
export default async function startSite(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-journeys-'))
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    HOST: '127.0.0.1',
    SITE_URL: '',
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    DEMO: '',
    SECRET: '',
    // Each journey comes from an address of its own, as readers do.
    CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
    LOG_LEVEL: 'debug',
  }
  const tsx = ['--import', 'tsx']
  const ready = spawnSync(process.execPath, [...tsx, 'scripts/ready-database.ts'], { env, stdio: 'inherit' })
  if (ready.status !== 0) throw new Error('the database of the journeys could not be made')
  // What it logs is looked at by the journeys that ask what a page cost.
  const log = openSync(join(dataDir, 'server.log'), 'w')
  const server = spawn(process.execPath, [...tsx, 'server/main.ts'], { env, stdio: ['ignore', log, 'inherit'] })
  process.env.BASE_URL = `http://localhost:${port}`
  process.env.SITE_DATA_DIR = dataDir
  process.env.SITE_PID = String(server.pid)
  await untilItAnswers(server, process.env.BASE_URL)
  return async () => {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function untilItAnswers(server: ChildProcess, url: string): Promise<void> {
  const givesUpAt = Date.now() + 30_000
  while (server.exitCode === null && Date.now() < givesUpAt) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the site of the journeys did not start')
}
