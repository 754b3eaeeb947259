import { expect, test } from 'vitest'
import { publishUnderFire } from '@/lib/testing/publish-under-fire'
import { testDatabase } from '@/lib/testing/test-database'

const site = testDatabase()

// 1,000 articles and three processes are tried by bench/schedule.ts.
test('20 articles and two processes that are killed with −9 as they publish: each appears once, and none early', async () => {
  const fire = { articles: 20, overMs: 3_000, processes: 2, killEveryMs: 1_000, limitMs: 120_000, seed: 1 }
  const { kills, published, notOnce, early } = await publishUnderFire(site.db, site.url, fire)
  expect({ published, notOnce, early }).toEqual({ published: 20, notOnce: 0, early: 0 })
  expect(kills).toBeGreaterThan(1)
}, 240_000)
