import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** Starts a TypeScript file of this project as a process of its own; it is killed when it runs longer than `limitMs`. */
export function startProcess(file: string, args: string[], limitMs = 60_000): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  })
}

export async function exitCode(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'exit')
  return code
}
