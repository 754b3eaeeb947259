import { Agent, get } from 'node:http'
import { HELD_COOKIE } from '@/lib/comments/token'

export type Measured = { perSecond: number; p50: number; p95: number; failed: number }

/** Of a reader with a held comment: the door keeps nothing for them, so every page is rendered. */
const RENDERED = { cookie: `${HELD_COOKIE}=0` }

/**
 * Asks for `urls` one after the other, over and over, on so many connections at once, for so many seconds after a warm-up.
 * Every page is rendered.
 * Times in ms, from the request to the last byte. `failed` counts answers other than 200.
 */
export async function measure(urls: string[], connections: number, seconds: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let failed = 0
  let next = 0
  const run = async (until: number, record: boolean) => {
    while (performance.now() < until) {
      const url = urls[next++ % urls.length] ?? ''
      const began = performance.now()
      const status = await request(url, agent)
      if (!record) continue
      times.push(performance.now() - began)
      if (status !== 200) failed++
    }
  }
  const all = (until: number, record: boolean) =>
    Promise.all(Array.from({ length: connections }, () => run(until, record)))
  await all(performance.now() + 1_000, false)
  const began = performance.now()
  await all(began + seconds * 1000, true)
  const perSecond = times.length / ((performance.now() - began) / 1000)
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { perSecond, p50: at(0.5), p95: at(0.95), failed }
}

function request(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: RENDERED }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
      response.once('error', reject)
    }).once('error', reject)
  })
}
