import type { Answer } from './exchange'
import type { Invented } from './invented'

/** A place in code, a folder of this machine, or words of a library that no reader should see. */
const INSIDES = /\n\s+at \S+ \(|\.(?:ts|tsx|js|mjs):\d+:\d+|node_modules|Prisma|SQLITE_|__next_error__|digest":"/
/** Nobody asked for anything that is not there to be had. */
const OUR_FAULT = (status: number) => status >= 500 && status !== 505

/** Answered before it was known what was asked. */
const UNREAD = new Set([400, 431])

/** What is wrong with an answer, in words; nothing where it is as it should be. */
export function faultsOf({ answerable, mark, method }: Invented, { status, head, body, late }: Answer): string[] {
  const faults: string[] = []
  if (late) faults.push('it was never answered')
  if (status === 0) return answerable && !late ? [...faults, 'the connection was closed without a word'] : faults
  if (OUR_FAULT(status)) faults.push(`status ${status}`)
  if (INSIDES.test(body)) faults.push(`an inside shows: ${INSIDES.exec(body)?.[0].trim()}`)
  if (body.includes(process.cwd())) faults.push('a folder of this machine shows')
  if (body.includes(mark) || head.includes(mark)) faults.push('a header of the request is in the answer')
  if (body === 'UNREADABLE' && answerable) faults.push('it cannot be unpacked')
  if (method === 'HEAD' && !UNREAD.has(status) && body) faults.push('HEAD has a body')
  if (head.includes('set-cookie:') && !head.includes('no-store')) faults.push('a cookie for everybody')
  return faults
}
