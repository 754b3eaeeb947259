import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSite } from '@/lib/testing/site-process'

/** A site of its own for the journeys: the build that `npm start` serves, on a free port, with the demo newsroom. */
export default async function startJourneys(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-journeys-'))
  const { url, pid, stop } = await startSite(dataDir, {
    // Each journey comes from an address of its own, as readers do.
    CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
    // What it logs is looked at by the journeys that ask what a page cost.
    LOG_LEVEL: 'debug',
  })
  process.env.BASE_URL = url
  process.env.SITE_DATA_DIR = dataDir
  process.env.SITE_PID = String(pid)
  return async () => {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
