import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** True where a program is on this machine; `asks` is what it answers without doing anything. */
export function isHere(program: string, ...asks: string[]): boolean {
  return spawnSync(program, asks, { stdio: 'ignore' }).status === 0
}

/** Runs a program to its end; it speaks to no proxy on its way to the site of this machine. */
export async function runProgram(
  program: string,
  args: string[],
  { input = '', home }: { input?: string; home?: string } = {},
): Promise<{ code: number; said: string; complaint: string }> {
  const own = 'localhost,127.0.0.1'
  const env = { ...process.env, NO_PROXY: own, no_proxy: own, ...(home && { HOME: home }) }
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(input)
  const [[code], said, complaint] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)])
  return { code: Number(code), said, complaint }
}
