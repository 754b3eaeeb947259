import { spawn } from 'node:child_process'
import { once } from 'node:events'

export type Load = { perSecond: number; p50: number; p99: number; errors: number }

/** wrk (Debian) against one address, on 16 connections from one thread. Times in ms; only what comes in 10 s is an answer. */
export async function wrk(
  url: string,
  seconds: number,
  headers: Record<string, string>,
  script?: string,
): Promise<Load> {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const args = [
    '-t1',
    '-c16',
    `-d${seconds}`,
    '--timeout',
    '10s',
    '--latency',
    ...(script ? ['-s', script] : []),
    ...given,
    url,
  ]
  const child = spawn('wrk', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('wrk failed; on Debian: apt-get install wrk')
  const number = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? 0)
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p50: milliseconds(/50%\s+(\S+)/.exec(said)?.[1]),
    p99: milliseconds(/99%\s+(\S+)/.exec(said)?.[1]),
    errors: number(/Non-2xx or 3xx responses: (\d+)/) + number(/Socket errors: .*?timeout (\d+)/),
  }
}

/** "812.00us", "4.20ms", "1.02s" */
function milliseconds(text = ''): number {
  const value = Number.parseFloat(text)
  if (text.endsWith('us')) return value / 1000
  return text.endsWith('ms') ? value : value * 1000
}
