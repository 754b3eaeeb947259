import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { sql } from './site'

/** A file of an archive that was imported, on the disk and in the library: 1200 by 800. */
export async function archivePicture(path: string): Promise<void> {
  const file = join(process.env.SITE_DATA_DIR ?? '', 'media', path)
  mkdirSync(dirname(file), { recursive: true })
  const photo = sharp({ create: { width: 1_200, height: 800, channels: 3, background: 'teal' } })
  writeFileSync(file, await photo.jpeg().toBuffer())
  const name = path.slice(path.lastIndexOf('/') + 1)
  sql(
    `INSERT INTO Media (path, mimeType, width, height, storedAt, createdAt, words) VALUES (?, 'image/jpeg', 1200, 800, ?, ?, ?)`,
    ...[path, Date.now(), Date.now(), name.replace('.', ' ')],
  )
}
