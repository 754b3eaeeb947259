import type { Answer } from './exchange'
import { faultsOf } from './faults'
import type { Invented } from './invented'

const asked: Invented = { method: 'GET', bytes: Buffer.alloc(0), mark: 'mark1x1x', answerable: true, leaves: 'waits' }
const good: Answer = { status: 200, head: 'http/1.1 200 ok', body: '<h1>A page</h1>', late: false }
const planted: Partial<Answer>[] = [
  { status: 500 },
  { status: 0 },
  { status: 0, late: true },
  { body: 'TypeError: no\n    at answer (server/door.ts:54:11)' },
  { body: '<html id="__next_error__">' },
  { body: 'http://mark1x1x/' },
  { body: 'UNREADABLE' },
  { head: 'http/1.1 200 ok\r\nset-cookie: a=b\r\ncache-control: public' },
]

/** Throws unless a good answer is left alone and every planted fault is seen. */
export function checkSight(): void {
  if (faultsOf(asked, good).length) throw new Error('a good answer is called faulty')
  for (const fault of planted) {
    if (!faultsOf(asked, { ...good, ...fault }).length) throw new Error(`unseen: ${JSON.stringify(fault)}`)
  }
}
