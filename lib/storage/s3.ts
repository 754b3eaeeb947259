import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { S3mini } from 's3mini'
import type { S3Settings } from '@/lib/env'
import { log } from '@/lib/log'
import { fetchInTime } from './fetch-in-time'
import { fileTypeOf } from './file-types'
import { bodyOf, isMissing, statusOf, storedOf, unescaped, whyOf } from './s3-answers'
import { putInParts } from './s3-parts'
import { type Folder, isSoundPath, type Listed, type Range, type Storage, StorageAway, type Stored } from './storage'

/** Everything of the site is below it, so that a bucket may hold other things too. */
const BELOW = 'media/'
/** What is longer goes in parts, so that no file lies in memory. */
export const PART_BYTES = 8 * 1024 * 1024
/** Once it was away, nobody waits for it for so long. */
const PAUSE_MS = 3_000

/** A bucket of a server that speaks S3. */
export class S3Storage implements Storage {
  readonly #settings: S3Settings
  readonly #aPage: number
  #client: Promise<S3mini> | undefined
  #awayUntil = 0
  #why = ''

  /** `aPage`: of how many files a list is asked for at once. */
  constructor(settings: S3Settings, aPage = 1_000) {
    this.#settings = settings
    this.#aPage = aPage
  }

  async stat(path: string): Promise<Stored | null> {
    const answer = await this.#get(path, { from: 0, to: 0 })
    if (!answer) return null
    const stored = storedOf(answer)
    // Its one byte is read, so that the connection is used again; more than that is not wanted.
    const isShort = stored.bytes > 0 && answer.headers.get('content-length') === '1'
    await (isShort ? answer.arrayBuffer() : answer.body?.cancel())?.catch(() => undefined)
    return stored
  }

  async read(path: string, range?: Range) {
    const answer = await this.#get(path, range)
    return answer && { stored: storedOf(answer), body: bodyOf(answer, path, range) }
  }

  /** Null where there is no such file. A HEAD would not say whether it is the file that is not there, or the bucket. */
  async #get(path: string, range?: Range): Promise<Response | null> {
    if (!isSoundPath(path)) return null
    return this.#ask(async (s3) => {
      const key = BELOW + path
      const asked = range ? s3.getObjectRaw(key, false, range.from, range.to + 1) : s3.getObjectRaw(key)
      return asked.catch((error: unknown) => {
        if (isMissing(error)) return null
        // An empty file has no first byte.
        if (statusOf(error) === 416) return s3.getObjectRaw(key)
        throw error
      })
    })
  }

  async put(path: string, file: string): Promise<void> {
    if (!isSoundPath(path)) throw new Error(`a file cannot be called ${JSON.stringify(path)}`)
    const handle = await open(file, 'r')
    try {
      const { size } = await handle.stat()
      const part = async (at: number) => {
        const bytes = Buffer.alloc(Math.min(PART_BYTES, size - at))
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, at)
        if (bytesRead !== bytes.length) throw new Error(`${file} changed while it was sent`)
        return bytes
      }
      await this.#ask(async (s3) => {
        const key = BELOW + path
        const type = fileTypeOf(path)
        if (size <= PART_BYTES) await s3.putObject(key, await part(0), type)
        else await putInParts(s3, key, type, { size, bytes: PART_BYTES, part })
      })
      const there = await this.stat(path)
      if (there?.bytes !== size) throw new StorageAway(`of ${path} only ${there?.bytes ?? 0} bytes of ${size} arrived`)
    } finally {
      await handle.close()
    }
  }

  async putFolder(folder: string, made: string): Promise<void> {
    for (const name of await readdir(made)) await this.put(`${folder}/${name}`, join(made, name))
  }

  async remove(path: string): Promise<void> {
    if (!isSoundPath(path)) return
    await this.#ask((s3) => s3.deleteObject(BELOW + path))
  }

  async removeFolder(folder: string): Promise<void> {
    for await (const { path } of this.list(`${folder}/`)) await this.remove(path)
  }

  async *list(prefix: string): AsyncGenerator<Listed> {
    let token: string | undefined
    do {
      const page = await this.#ask((s3) => s3.listObjectsPaged('/', BELOW + prefix, this.#aPage, token))
      if (!page) throw new StorageAway('there is no such bucket')
      for (const { Key, Size, LastModified } of page.objects ?? []) {
        const path = unescaped(Key).slice(BELOW.length)
        if (isSoundPath(path)) yield { path, bytes: Number(Size), changedAt: new Date(LastModified) }
      }
      token = page.nextContinuationToken
    } while (token)
  }

  async *folders(prefix: string): AsyncGenerator<Folder> {
    let folder: Folder | undefined
    for await (const { path, changedAt } of this.list(prefix)) {
      const [name = '', ...rest] = path.split('/')
      if (!rest.length) continue
      if (folder && folder.name !== name) yield folder
      folder = folder?.name === name && folder.changedAt > changedAt ? folder : { name, changedAt }
    }
    if (folder) yield folder
  }

  async toFile(path: string, folder: string): Promise<string | null> {
    const found = await this.read(path)
    if (!found) return null
    const file = join(folder, randomUUID())
    await pipeline(found.body, createWriteStream(file, { flags: 'wx' }))
    return file
  }

  /** Writes, reads back and removes a few bytes beside the library; throws StorageAway with what is wrong. */
  async tryOut(): Promise<void> {
    const [key, said] = [`broadsheet-test-${randomUUID()}`, randomUUID()]
    await this.#ask(async (s3) => {
      await s3.putObject(key, said, 'text/plain')
      const heard = await (await s3.getObjectRaw(key)).text()
      await s3.deleteObject(key)
      if (heard !== said) throw new StorageAway('what came back is not what was sent')
      await s3.listObjectsPaged('/', BELOW, 1)
    }, true)
  }

  async #ask<T>(work: (s3: S3mini) => Promise<T>, anyway = false): Promise<T> {
    if (!anyway && performance.now() < this.#awayUntil) throw new StorageAway(this.#why)
    try {
      return await work(await this.#open())
    } catch (error) {
      if (!(error instanceof StorageAway) && statusOf(error) === undefined) throw error
      const why = error instanceof StorageAway ? error.message : `it answered ${whyOf(error)}`
      if (performance.now() >= this.#awayUntil) log().warn({ why }, 'the media storage is away')
      this.#awayUntil = performance.now() + PAUSE_MS
      this.#why = why
      throw new StorageAway(why)
    }
  }

  /** Most processes never ask it anything. */
  #open(): Promise<S3mini> {
    const { endpoint, bucket, ...keys } = this.#settings
    this.#client ??= import('s3mini').then(
      ({ S3mini }) => new S3mini({ ...keys, endpoint: `${endpoint}/${bucket}`, fetch: fetchInTime }),
    )
    return this.#client
  }
}
