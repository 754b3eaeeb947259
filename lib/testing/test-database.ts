import { afterAll, beforeAll, inject } from 'vitest'
import type { Provider } from '../database/provider'
import type { Database } from '../db'
import { copyOf } from './database'

/**
 * One migrated, empty database for the tests of a file, on whichever provider the run is for. Tests of a file share it:
 * they make what they need and do not count on being alone.
 */
export function testDatabase(): { db: Database; url: string; provider: Provider } {
  const shared = { provider: inject('template').provider } as {
    db: Database
    url: string
    provider: Provider
  }
  let close: () => Promise<void>
  beforeAll(async () => {
    const copy = await copyOf(inject('template'))
    Object.assign(shared, { db: copy.db, url: copy.url })
    close = copy.close
  })
  afterAll(() => close())
  return shared
}
