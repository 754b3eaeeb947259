import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { nobodyDraws } from '@/lib/testing/nobody-draws'
import { programPath } from '@/lib/testing/program'
import { serverArguments } from '@/scripts/programs.mjs'

/** Without `media` and `authors`: as few authors as the seed makes, and no library. */
export type Size = { articles: number; comments: number; media?: number; authors?: number }

/** The large site that everything is measured on: seeded once per size and kept. Answers its folder. */
export function largeSite(size: Size): string {
  const { articles, comments, media, authors } = size
  const dataDir = `.cache/bench/${[articles, comments, media, authors].filter((one) => one !== undefined).join('-')}`
  const done = join(dataDir, 'seeded')
  if (existsSync(done)) {
    // Seeded by an earlier version, perhaps.
    run(['--import', 'tsx', 'scripts/ready-database.ts'], { DATA_DIR: dataDir, DATABASE_URL: '', DEMO: '0' })
    nobodyDraws(dataDir)
    return dataDir
  }
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  const sizes = Object.entries(size).flatMap(([name, count]) => [`--${name}`, String(count)])
  run([programPath('scripts/seed.ts'), ...sizes], { DATA_DIR: dataDir, DATABASE_URL: '' })
  nobodyDraws(dataDir)
  writeFileSync(done, '')
  return dataDir
}

export function run(args: string[], env: Record<string, string>): void {
  const { status } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`${args[0]} failed`)
}

export type Served = { url: string; child: ChildProcess; stop(): Promise<void> }

/** Our server, as `npm start` runs it. */
export const serveSite = (set: Record<string, string>, logFile?: string): Promise<Served> =>
  serve(serverArguments(process.env.HEAP_MB), set, logFile)

/** Starts a server, on a free port where `set` names none, and waits until it answers. */
export async function serve(args: string[], set: Record<string, string>, logFile?: string): Promise<Served> {
  const port = set.PORT ?? String(await freePort())
  const out = logFile ? openSync(logFile, 'a') : undefined
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      SITE_URL: '',
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
      ...set,
      PORT: port,
    },
    stdio: ['ignore', out ?? 'ignore', out ?? 'inherit'],
  })
  return untilItAnswers(child, `http://127.0.0.1:${port}`, args.at(-1) ?? '')
}

/** Often enough that a time until it answers is as long as it is said to be. */
const ASK_EVERY_MS = 20
/** The first start makes the demo newsroom, on a machine that may be busy. */
const STARTS_WITHIN_MS = 180_000

/** A server that was begun, once it answers. */
export async function untilItAnswers(child: ChildProcess, url: string, name: string): Promise<Served> {
  const givesUpAt = Date.now() + STARTS_WITHIN_MS
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > givesUpAt) {
      child.kill('SIGKILL')
      throw new Error(`${name} did not start`)
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
  return {
    url,
    child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
