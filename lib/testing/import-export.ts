import { vi } from 'vitest'
import { type ImportTask, importWordpress } from '@/lib/wordpress/import'
import { SILENT } from '@/lib/wordpress/progress'
import type { ImportReport } from '@/lib/wordpress/report'
import { passingFolder } from './passing-folder'
import { exportFile } from './wxr'

// Avatars are drawn by a keyed hash; the key must be the same in every run that is compared.
vi.stubEnv('SECRET', 'the same in every test of the import')

export const IMPORTED_AT = new Date('2026-11-22T12:00:00Z')

/** Imports an export, given as its text, as the command does. */
export function importText(url: string, xml: string, over: Partial<ImportTask> = {}): Promise<ImportReport> {
  return importWordpress({
    files: [exportFile(xml)],
    databaseUrl: url,
    dataDir: passingFolder('import'),
    dryRun: false,
    overwriteEdited: false,
    now: IMPORTED_AT,
    progress: SILENT,
    ...over,
  })
}
