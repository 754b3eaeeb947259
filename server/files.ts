import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, dirname, extname, join, relative } from 'node:path'
import sendFile from 'send'
import { log } from '@/lib/log'
import { isUploadPath } from '@/lib/media/address'
import { SizedPictures } from '@/lib/media/sized-pictures'
import { placeOf } from '@/lib/media/store'
import { diskAlone, type Places } from '@/lib/storage/chosen'
import { StorageAway } from '@/lib/storage/storage'
import { filePath, UPLOADS } from '@/lib/wordpress/addresses'
import { Encoded } from './encoded'
import { FOR_A_DAY, FOR_EVER, MEDIA_HEADERS, PICTURE_HEADERS } from './headers'
import { sendEncoded } from './send'
import { sendStored } from './send-stored'

/** What a browser would show as a page or run. */
const ACTIVE = new Set(['.html', '.htm', '.xhtml', '.shtml', '.js', '.mjs', '.css', '.xml', '.xsl', '.pdf', '.swf'])

const TEXT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}
const PICTURE_TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
}
const TYPES_BY_PATH: Record<string, string> = { '/speculation-rules.json': 'application/speculationrules+json' }

/** The files of the site itself, found once, and those of its archive. */
export class Files {
  readonly #byPath = new Map<string, string>()
  readonly #texts = new Map<string, Encoded>()
  readonly #mediaDir: string
  readonly #sizesDir: string
  readonly #media: Places
  readonly #sizes: SizedPictures

  /**
   * All three absolute. `staticDir` is the build's, addressed below /_next/static/. `media`: where files of the library may lie
   * beside their folder.
   */
  constructor(publicDir: string, staticDir: string, mediaDir: string, media = diskAlone(mediaDir)) {
    for (const file of filesBelow(publicDir)) this.#byPath.set(`/${relative(publicDir, file)}`, file)
    for (const file of filesBelow(staticDir)) this.#byPath.set(`/_next/static/${relative(staticDir, file)}`, file)
    this.#mediaDir = mediaDir
    this.#sizesDir = join(dirname(mediaDir), 'sizes')
    this.#media = media
    this.#sizes = new SizedPictures(media, this.#sizesDir)
  }

  /** False for what cannot be a file, so that nobody waits to hear it. */
  mayHave(path: string): boolean {
    return this.#byPath.has(path) || path.startsWith(UPLOADS) || isUploadPath(path)
  }

  /** Answers with the file at a decoded path. False where there is none, and nothing was sent. */
  async answer(req: IncomingMessage, res: ServerResponse, path: string): Promise<boolean> {
    if (path.startsWith(UPLOADS)) {
      return filePath(path) !== null && (await untilItIsBack(req, res, () => this.#answerMedia(req, res, path)))
    }
    if (isUploadPath(path)) return untilItIsBack(req, res, () => this.#answerPicture(req, res, path))
    const file = this.#byPath.get(path)
    if (!file) return false
    const cacheControl = /^\/(assets|_next\/static)\//.test(path) ? FOR_EVER : FOR_A_DAY
    const type = TEXT_TYPES[extname(file)]
    if (!type) return sendWhole(req, res, dirname(file), `/${basename(file)}`, { 'cache-control': cacheControl })
    const text = this.#texts.get(path) ?? new Encoded(await readFile(file))
    this.#texts.set(path, text)
    const headers = { 'content-type': TYPES_BY_PATH[path] ?? type, 'cache-control': cacheControl }
    await sendEncoded(req, res, 200, headers, text)
    return true
  }

  /** What was made of an upload: never the bytes that somebody sent, and of a kind that its name says. */
  #answerPicture(req: IncomingMessage, res: ServerResponse, path: string): Promise<boolean> {
    const headers = { ...PICTURE_HEADERS, 'content-type': PICTURE_TYPES[extname(path)] ?? '' }
    return this.#sendMedia(req, res, path, headers)
  }

  async #answerMedia(req: IncomingMessage, res: ServerResponse, path: string): Promise<boolean> {
    const headers: Record<string, string> = { ...MEDIA_HEADERS, 'cache-control': FOR_A_DAY }
    if (ACTIVE.has(extname(path).toLowerCase())) headers['content-disposition'] = 'attachment'
    if (await this.#sendMedia(req, res, path, headers)) return true
    // A size that WordPress had made, and that did not come along.
    const sized = await this.#sizes.find(path)
    if (!sized) return false
    if (sized.in === 'sizes') return sendWhole(req, res, this.#sizesDir, sized.path, headers)
    return this.#sendMedia(req, res, sized.path, sized.isWhole ? { ...headers, 'cache-control': 'no-cache' } : headers)
  }

  /** From the disk, and where that has it not from where else files may lie. */
  async #sendMedia(
    req: IncomingMessage,
    res: ServerResponse,
    path: string,
    headers: Record<string, string>,
  ): Promise<boolean> {
    const place = placeOf(path)
    if (await sendWhole(req, res, this.#mediaDir, `/${place}`, headers)) return true
    const { elsewhere } = await this.#media()
    return elsewhere !== null && sendStored(req, res, elsewhere, place, headers)
  }
}

const AGAIN_AFTER_SECONDS = '30'

/** That a file is not there is only said where somebody could look: else it is asked for again, and nobody keeps the answer. */
async function untilItIsBack(
  req: IncomingMessage,
  res: ServerResponse,
  send: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof StorageAway)) throw error
    log().debug({ error, url: req.url }, 'a file cannot be fetched')
    if (res.headersSent) res.destroy()
    else {
      const headers = { 'retry-after': AGAIN_AFTER_SECONDS, 'cache-control': 'no-store', 'content-type': 'text/plain' }
      res
        .writeHead(503, headers)
        .end(req.method === 'HEAD' ? undefined : 'This file cannot be fetched at the moment.\n')
    }
    return true
  }
}

/** A file of a folder with its ranges and its time, by the library that Express serves files with. */
function sendWhole(
  req: IncomingMessage,
  res: ServerResponse,
  root: string,
  path: string,
  headers: Record<string, string>,
): Promise<boolean> {
  return new Promise((resolve) => {
    // Escaped as a whole: what decodePath left escaped, because it would hide a slash, is the name of a file, not a way.
    sendFile(req, path.split('/').map(encodeURIComponent).join('/'), {
      root,
      cacheControl: false,
      dotfiles: 'deny',
      index: false,
    })
      .on('headers', () => {
        for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
      })
      .on('error', ({ status }: { status?: number }) => {
        const isOfBytes = status === 412 || status === 416
        if (isOfBytes) res.writeHead(status, { 'cache-control': 'no-store' }).end()
        // Not there, a folder, or an address that leads out of it: a page says so.
        resolve(isOfBytes)
      })
      .on('directory', () => resolve(false))
      .on('end', () => resolve(true))
      .pipe(res)
  })
}

function filesBelow(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return [] // a build without static files
  }
}
