import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { StorageSettingsPage } from '@/components/admin/settings/storage-settings'
import { admit } from '@/lib/auth/newsroom-start'
import { env } from '@/lib/env'
import { countFiles } from '@/lib/media/admin-queries'
import { readStorageSettings, storageOf } from '@/lib/storage/open'
import { getStorageTest } from '@/lib/storage/test-mutations'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('settings.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, form } = page
  const { s3 } = env()
  const [settings, count, last, storage] = await Promise.all([
    readStorageSettings(db),
    countFiles(db),
    getStorageTest(db),
    storageOf(db),
  ])
  // Of its key nothing: neither half of it.
  const server = s3 && { endpoint: s3.endpoint, bucket: s3.bucket, region: s3.region }
  const isDiskUsed = await storage.disk.hasFiles()
  return <StorageSettingsPage frame={frame} state={form} facts={{ settings, server, count, isDiskUsed, last }} />
}
