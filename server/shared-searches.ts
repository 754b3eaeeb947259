import cluster from 'node:cluster'
import { SearchLimit } from './search-limit'

/** Answers whether an address may have another search made. */
export type MaySearch = (address: string) => Promise<boolean>

type Question = { search: number; address: string }
type Verdict = { search: number; allowed: boolean }

/** The searches of a reader count as one, whichever process they come to: the one that leads keeps count for all. */
export function openSearches(): MaySearch {
  if (cluster.isPrimary) {
    const limit = new SearchLimit()
    return async (address) => limit.allows(address, Date.now())
  }
  const waiting = new Map<number, (allowed: boolean) => void>()
  let asked = 0
  process.on('message', (message) => {
    if (!isAbout<Verdict>(message, 'allowed')) return
    waiting.get(message.search)?.(message.allowed)
    waiting.delete(message.search)
  })
  return (address) =>
    new Promise((resolve) => {
      const question: Question = { search: ++asked, address }
      waiting.set(question.search, resolve)
      process.send?.(question)
    })
}

/** Keeps count for all processes; in the one that leads. */
export function countSearches(): void {
  const limit = new SearchLimit()
  cluster.on('message', (worker, message: unknown) => {
    if (!isAbout<Question>(message, 'address')) return
    const verdict: Verdict = { search: message.search, allowed: limit.allows(message.address, Date.now()) }
    // Whoever asked may have ended since.
    worker.send(verdict, () => undefined)
  })
}

function isAbout<T extends Question | Verdict>(message: unknown, field: keyof T & string): message is T {
  return typeof message === 'object' && message !== null && 'search' in message && field in message
}
