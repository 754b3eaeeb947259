import cluster, { type Worker } from 'node:cluster'
import { log } from '@/lib/log'
import { countSearches } from './shared-searches'

/** A process that dies at once would be started for ever. */
const RESTART_AFTER_MS = 1_000

/**
 * Keeps `count` processes that answer on one port: begins another for each that dies, and ends all of them with itself.
 * The first runs the jobs of the site.
 */
export function lead(count: number): void {
  countSearches()
  let ending = false
  let everListened = false
  const begin = (runsJobs: boolean) => {
    const worker = cluster.fork({ RUNS_JOBS: runsJobs ? '1' : '0' })
    worker.once('listening', () => {
      everListened = true
    })
    worker.once('exit', (code: number | null, signal: string | null) => {
      if (ending) return
      // What keeps the first from listening (a port in use, a setting) keeps every other.
      if (!everListened) process.exit(code ?? 1)
      log().warn({ pid: worker.process.pid, code, signal }, 'a process ended and is begun again')
      setTimeout(() => begin(runsJobs), RESTART_AFTER_MS)
    })
  }
  for (let i = 0; i < count; i++) begin(i === 0)

  const end = () => {
    ending = true
    const workers = Object.values(cluster.workers ?? {}).filter((worker): worker is Worker => worker !== undefined)
    for (const worker of workers) worker.process.kill('SIGTERM')
    // The last one out is the end of us.
    cluster.on('exit', () => {
      if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(0)
    })
    if (workers.length === 0) process.exit(0)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}
