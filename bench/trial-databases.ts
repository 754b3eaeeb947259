import type { Provider } from '@/lib/database/provider'
import type { Database } from '@/lib/db'
import { copyOf, makeTemplate } from '@/lib/testing/database'

/** An empty database of each kind that there is here, one after the other; gone afterwards. */
export async function onEachDatabase(
  work: (name: Provider, db: Database, url: string) => Promise<void>,
): Promise<void> {
  const providers: Provider[] = process.env.TEST_POSTGRES_URL ? ['sqlite', 'postgresql'] : ['sqlite']
  for (const provider of providers) {
    const template = await makeTemplate(provider)
    const { db, url, close } = await copyOf(template)
    try {
      await work(provider, db, url)
    } finally {
      await close()
      await template.remove()
    }
  }
}
