import type { Readable } from 'node:stream'

/** What is known of a file without reading it. */
export type Stored = { bytes: number; changedAt: Date; etag: string }
export type Listed = { path: string; bytes: number; changedAt: Date }
export type Folder = { name: string; changedAt: Date }
/** Both ends belong to it. */
export type Range = { from: number; to: number }

/**
 * Where files of the media library lie. Paths are below it, with slashes and none at their beginning. A storage that cannot
 * be reached throws StorageAway: it never says of a file that it is not there because nobody could look.
 */
export interface Storage {
  stat(path: string): Promise<Stored | null>
  /** Null where there is no such file. Whoever gets the bytes reads them or destroys them. */
  read(path: string, range?: Range): Promise<{ stored: Stored; body: Readable } | null>
  /** Puts a finished file of this machine there, whole or not at all, over what is there; it may be gone afterwards. */
  put(path: string, file: string): Promise<void>
  /** Puts all files of a folder there, as `folder/name`. */
  putFolder(folder: string, made: string): Promise<void>
  remove(path: string): Promise<void>
  removeFolder(folder: string): Promise<void>
  /** All files whose paths begin so. */
  list(prefix: string): AsyncIterable<Listed>
  /** The outermost folders whose names begin so, and when something in them changed last. */
  folders(prefix: string): AsyncIterable<Folder>
  /** The file on this machine: where it lies, or as a copy in `folder`. Null where there is no such file. */
  toFile(path: string, folder: string): Promise<string | null>
}

/** The storage cannot be reached, or does not do what it should; asked again later it may. */
export class StorageAway extends Error {
  override name = 'StorageAway'
}

/** False for what could lead out of a storage, or be nothing's name. */
export const isSoundPath = (path: string): boolean =>
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !path.includes('\0')
