import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { programPath } from './program'

/** Says at the end how much memory the process had at most, and how much of the processors' time. */
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('usage ' + JSON.stringify(process.resourceUsage()) + String.fromCharCode(10)))",
)}`

/** The real command, into the SQLite database of `dataDir`. Avatars of all of them are drawn with one key. */
export function spawnImport(dataDir: string, file: string): ChildProcess {
  const args = ['--import', TELL_USAGE, programPath('scripts/import-wordpress.ts'), file]
  return spawn(process.execPath, args, {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', SECRET: 'the same in every trial of the import' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/**
 * Runs it to its end: what it said and complained of, how long it took of the clock and of the processors, and its memory at
 * the highest.
 */
export async function measuredImport(dataDir: string, file: string) {
  const began = performance.now()
  const child = spawnImport(dataDir, file)
  if (!child.stdout || !child.stderr) throw new Error('the process has no output')
  const [[code], said, errors] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
  const seconds = (performance.now() - began) / 1000
  const [complaint = '', usage = '{}'] = errors.split(/usage (.+)\n/)
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(usage) as NodeJS.ResourceUsage
  return { code, said, complaint, seconds, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1000 }
}
