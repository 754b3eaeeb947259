import { z } from 'zod'

const fileSchema = z.object({
  /** Below the backup's folder, with slashes. */
  path: z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\0]+$/, 'leads out of the backup'),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type BackupFile = z.infer<typeof fileSchema>

/** What a backup holds, written last: a folder without it is no backup. */
export const manifestSchema = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  provider: z.enum(['sqlite', 'postgresql']),
  /** Of the database, by name: a program that does not know one of them cannot read it. */
  migrations: z.array(z.string()),
  files: z.array(fileSchema),
})
export type Manifest = z.infer<typeof manifestSchema>

export const MANIFEST = 'manifest.json'
export const MEDIA = 'media'
export const SECRET = 'secret'
export const databaseName = (provider: Manifest['provider']): string =>
  provider === 'sqlite' ? 'database.db' : 'database.sql'

/** What is wrong with the files of a backup, a line each; `found` answers what is there of one. */
export function faultsOf(files: BackupFile[], found: Map<string, BackupFile>): string[] {
  return files.flatMap(({ path, bytes, sha256 }) => {
    const there = found.get(path)
    if (!there) return [`${path} is missing`]
    return there.bytes === bytes && there.sha256 === sha256 ? [] : [`${path} is not what was backed up`]
  })
}

/** Says, for the person at the keyboard, why nothing was backed up or restored. */
export class BackupError extends Error {
  override name = 'BackupError'
}
