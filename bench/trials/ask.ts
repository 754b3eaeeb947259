import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** Status 0: no answer came, because of `failure`. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; ms: number; failure?: string }
type Asked = { agent?: Agent; method?: string; headers?: Record<string, string>; body?: Buffer }

const PATIENCE_MS = 30_000
const connections = new Agent({ keepAlive: true, maxSockets: 64 })

/** Asks for an address and waits for the last byte. */
export function ask(
  url: string,
  { agent = connections, method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve) => {
    const fail = ({ message: failure }: Error) =>
      resolve({ status: 0, headers: {}, body: Buffer.alloc(0), ms: performance.now() - began, failure })
    const req = request(url, { agent, method, headers, timeout: PATIENCE_MS }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('error', fail)
      res.on('end', () => {
        const { statusCode: status = 0, headers } = res
        resolve({ status, headers, body: Buffer.concat(chunks), ms: performance.now() - began })
      })
    })
    req.on('timeout', () => req.destroy(new Error('too late')))
    req.on('error', fail)
    req.end(body)
  })
}

/** Begins `perSecond` requests a second, whether those before were answered or not, until `isOver`; then waits for all. */
export async function steadily<T>(
  perSecond: number,
  isOver: () => boolean,
  send: (number: number) => Promise<T>,
): Promise<T[]> {
  const sent: Promise<T>[] = []
  const began = performance.now()
  while (!isOver()) {
    const due = ((performance.now() - began) * perSecond) / 1000
    while (sent.length < due) sent.push(send(sent.length))
    await sleep(2)
  }
  return Promise.all(sent)
}

/** Works through `items`, so many at once. */
export async function eachOf<T>(items: Iterable<T>, atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]()
  const next = async () => {
    for (let { value, done } = rest.next(); !done; { value, done } = rest.next()) await work(value)
  }
  await Promise.all(Array.from({ length: atOnce }, next))
}
