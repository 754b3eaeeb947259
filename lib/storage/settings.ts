import { z } from 'zod'

export const STORAGE_KEY = 'storage'
export const STORAGE_PLACES = ['disk', 's3'] as const
export type StoragePlace = (typeof STORAGE_PLACES)[number]

/** Where files of the library lie. How the other machine is reached, and by which key, is in the environment alone. */
export const storageSchema = z.object({
  /** Where new files go. */
  at: z.enum(STORAGE_PLACES).default('disk'),
  /**
   * What lies with S3 while new files go to the disk: `needed` says that some files may be only there, `copies` that the disk
   * has all of them.
   */
  s3: z.enum(['unused', 'copies', 'needed']).default('unused'),
})
export type StorageSettings = z.infer<typeof storageSchema>

/** True where readers' files have to be looked for with S3 as well. */
export const needsS3 = ({ at, s3 }: StorageSettings): boolean => at === 's3' || s3 === 'needed'

/** What holds once new files go somewhere else: what was there before is looked for as well. */
export const switchedTo = (at: StoragePlace, before: StorageSettings): StorageSettings => {
  if (at === 's3') return { at, s3: 'needed' }
  return { at, s3: needsS3(before) ? 'needed' : before.s3 }
}
