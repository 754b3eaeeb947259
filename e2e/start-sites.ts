import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FullConfig } from '@playwright/test'
import { startSite } from '@/lib/testing/site-process'

export type JourneysSite = { url: string; dataDir: string; pid: number | undefined; stop(): Promise<void> }

/** The build that `npm start` serves, on a free port, with the demo newsroom; stopped it leaves nothing. */
export async function startJourneysSite(): Promise<JourneysSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-journeys-'))
  const { stop, ...site } = await startSite(dataDir, {
    // Each journey comes from an address of its own, as readers do.
    CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
    // What it logs is looked at by the journeys that ask what a page cost.
    LOG_LEVEL: 'debug',
  })
  return {
    ...site,
    dataDir,
    async stop() {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A site for each of the journeys' workers, which finds its own in `playwright.config.ts`. */
export default async function startSites(config: FullConfig): Promise<() => Promise<void>> {
  const sites: JourneysSite[] = []
  for (let worker = 0; worker < config.workers; worker++) sites.push(await startJourneysSite())
  process.env.JOURNEYS_SITES = JSON.stringify(sites)
  return async () => {
    for (const { stop } of sites) await stop()
  }
}
