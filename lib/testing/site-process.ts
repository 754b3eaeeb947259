import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { serverArguments, serverEnvironment } from '@/scripts/programs.mjs'

/** The build that `npm start` serves, as a process of its own on a free port. */
export type SiteProcess = { url: string; pid: number | undefined; stop(): Promise<void> }

const STARTS_WITHIN_MS = 60_000

/**
 * Serves what is in `dataDir`; a database that is missing there is made, with the demo newsroom. What it logs is in
 * `dataDir`/server.log. BUILD_DIR says which build.
 */
export async function startSite(dataDir: string, set: Record<string, string> = {}): Promise<SiteProcess> {
  const port = await freePort()
  const env = {
    ...serverEnvironment,
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
    ...set,
  }
  const log = openSync(join(dataDir, 'server.log'), 'w')
  const server = spawn(process.execPath, serverArguments(process.env.HEAP_MB), {
    env,
    stdio: ['ignore', log, 'inherit'],
  })
  const url = `http://localhost:${port}`
  await untilItAnswers(server, url)
  return {
    url,
    pid: server.pid,
    async stop() {
      const exited = once(server, 'exit')
      server.kill('SIGTERM')
      await exited
    },
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
  const givesUpAt = Date.now() + STARTS_WITHIN_MS
  while (server.exitCode === null && Date.now() < givesUpAt) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  server.kill('SIGKILL')
  throw new Error('the site did not start')
}
