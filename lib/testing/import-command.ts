import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { programPath } from './program'

/** Starts the real command as a process of its own; its data live beside the SQLite file. */
export function startImport(databaseUrl: string, args: string[]): ChildProcess {
  return spawn(process.execPath, [programPath('scripts/import-wordpress.ts'), ...args], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DATA_DIR: databaseUrl.startsWith('file:') ? dirname(databaseUrl.slice('file:'.length)) : '/nowhere',
      SECRET: 'the same in every test of the import',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 240_000,
    killSignal: 'SIGKILL',
  })
}

/** Runs it to its end. `said` is what it printed, `complaint` what it printed as an error. */
export async function runImport(databaseUrl: string, ...args: string[]) {
  const child = startImport(databaseUrl, args)
  if (!child.stdout || !child.stderr) throw new Error('the process has no output')
  const [[code], said, complaint] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
  return { code, said, complaint }
}
