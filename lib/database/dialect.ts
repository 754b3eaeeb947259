import type { Database, Tx } from '../db'
import type { Provider } from './provider'

/**
 * Which of the two databases a client or a transaction speaks to. Prisma tells it in `_activeProvider`, which its types
 * hide and its own raw queries go by; throws should a later version no longer say.
 */
export function dialectOf(db: Database | Tx): Provider {
  const { _activeProvider: provider } = db as { _activeProvider?: string }
  if (provider === 'sqlite' || provider === 'postgresql') return provider
  throw new Error(`the database client does not say what it speaks to (${provider})`)
}
