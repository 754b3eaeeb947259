import { exchange } from '../fuzz/exchange'
import type { Planted } from './plant'
import { type Probe, probe } from './probes'

const AT_ONCE = 8

export type Trial = {
  requests: number
  statuses: Map<number, number>
  /** Which probe showed what of which text. */
  leaks: { probe: Probe; of: Planted }[]
  /** How often the text that is there for everybody was seen: the eyes are open. */
  controlSeen: number
}

/** Sends so many probes and looks for the marks of what was planted in each answer, heads and all. */
export async function tryProbes(
  port: number,
  planted: readonly Planted[],
  { requests, seed, now }: { requests: number; seed: number; now: Date },
): Promise<Trial> {
  const trial: Trial = { requests, statuses: new Map(), leaks: [], controlSeen: 0 }
  let next = 0
  const send = async () => {
    while (next < requests) {
      const asked = probe(seed, next++, planted, now)
      const { status, head, body } = await exchange(port, {
        ...{ method: asked.method, bytes: bytesOf(port, asked), mark: '', answerable: true, leaves: 'waits' },
      })
      trial.statuses.set(status, (trial.statuses.get(status) ?? 0) + 1)
      for (const of of seenIn(planted, asked, `${head}\n${body}`)) {
        if (of.kind === 'control') trial.controlSeen++
        else trial.leaks.push({ probe: asked, of })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, send))
  return trial
}

/** What of the planted texts an answer shows: what the probe itself did not say. */
export function seenIn(planted: readonly Planted[], { target }: Probe, answer: string): Planted[] {
  const asked = readable(target).toLowerCase()
  const shown = answer.toLowerCase()
  return planted.filter(({ name, word, mark }) =>
    [name, word, mark].some((secret) => shown.includes(secret) && !asked.includes(secret)),
  )
}

function readable(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

function bytesOf(port: number, { method, target, headers }: Probe): Buffer {
  const all = { host: `localhost:${port}`, connection: 'close', ...headers }
  const lines = Object.entries(method === 'POST' ? { ...all, 'content-length': '0' } : all)
  const head = [`${method} ${target} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n`)
}
