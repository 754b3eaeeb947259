import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isUploadPath } from '@/lib/media/address'
import { imageTypeOf, isImageType } from '@/lib/media/image-type'
import { MARK } from './material'

/** What is wrong with the files of a library: each must be an image through and through, under a name that we gave. */
export function faultsOfKept(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .flatMap((entry) => faultsOf(join(entry.parentPath, entry.name), dataDir))
}

/** What a site has beside its library. */
const OWN = /^(broadsheet\.db(-wal|-shm)?|secret|server\.log|backups\/.*)$/

/** A picture for link cards, of an article of the site itself, that is being drawn or whose drawing was ended. */
const DRAWN = /^incoming\/[\w-]+\/made\/[0-9a-f]{32}\/1200x630\.png$/

function faultsOf(file: string, dataDir: string): string[] {
  const path = relative(dataDir, file)
  if (OWN.test(path)) return []
  if (!lstatSync(file).isFile()) return [`${path} is no file`]
  const bytes = readFileSync(file)
  const type = imageTypeOf(bytes.subarray(0, 1024))
  const isAvif = type === 'heif' && path.endsWith('.avif') && bytes.subarray(4, 12).toString('latin1') === 'ftypavif'
  return [
    ...(isUploadPath(`/${path}`) || DRAWN.test(path) ? [] : [`${path} has a strange name`]),
    ...(isImageType(type) || isAvif ? [] : [`${path} is no image`]),
    ...(bytes.includes(MARK) ? [`${path} holds what was smuggled`] : []),
  ]
}
