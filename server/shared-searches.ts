import cluster from 'node:cluster'
import { SearchLimit } from './search-limit'

/** What is counted, each for itself: searches, what programs ask, and what other sites say. */
type Counted = 'search' | 'data' | 'mention'
/** Answers whether an address may have another search, or another answer for programs, made. */
export type MaySearch = (address: string, counted?: Counted) => Promise<boolean>

/** A program reads a list to its end, page by page: 120 at once, and two more every second. */
const openLimits = () => ({ search: new SearchLimit(), mention: new SearchLimit(), data: new SearchLimit(120, 500) })

type Question = { search: number; address: string; counted: Counted }
type Verdict = { search: number; allowed: boolean }

/** The searches of a reader count as one, whichever process they come to: the one that leads keeps count for all. */
export function openSearches(): MaySearch {
  if (cluster.isPrimary) {
    const limits = openLimits()
    return async (address, counted = 'search') => limits[counted].allows(address, Date.now())
  }
  const waiting = new Map<number, (allowed: boolean) => void>()
  let asked = 0
  process.on('message', (message) => {
    if (!isAbout<Verdict>(message, 'allowed')) return
    waiting.get(message.search)?.(message.allowed)
    waiting.delete(message.search)
  })
  return (address, counted = 'search') =>
    new Promise((resolve) => {
      const question: Question = { search: ++asked, address, counted }
      waiting.set(question.search, resolve)
      process.send?.(question)
    })
}

/** Keeps count for all processes; in the one that leads. */
export function countSearches(): void {
  const limits = openLimits()
  cluster.on('message', (worker, message: unknown) => {
    if (!isAbout<Question>(message, 'address')) return
    const { search, address, counted } = message
    const verdict: Verdict = { search, allowed: limits[counted].allows(address, Date.now()) }
    // Whoever asked may have ended since.
    worker.send(verdict, () => undefined)
  })
}

function isAbout<T extends Question | Verdict>(message: unknown, field: keyof T & string): message is T {
  return typeof message === 'object' && message !== null && 'search' in message && field in message
}
