import { filePath, hostOf, UPLOADS } from './addresses'
import { parseLocalTime, utcOf } from './dates'
import { detach } from './detach'
import { metaValue } from './kept-meta'
import type { Attachment } from './text/body'
import { parseSerialised } from './text/serialised'
import { field, numberField, type WxrItem } from './wxr-record'

/** An attachment as the export has it. */
export type Entry = {
  id: number
  url: string
  /** Of its page. */
  link: string
  /** Relative to the folder of uploads: "2021/05/x.jpg". */
  file: string
  alt: string
  caption: string
  width: number | null
  height: number | null
  parent: number
  position: number
  createdAt: number
}

export type MediaFacts = { entries: readonly Entry[]; ownHosts: ReadonlySet<string>; base: string }

export type SurveyedMedia = Attachment & {
  /** Number of the post it belongs to; 0 where it belongs to none. */
  parent: number
  /** Where its page was. */
  link: string
  createdAt: Date
  /** Where its bytes were. */
  url: string
  /** Where the file is, or is to be, on this site; differs from `path` for what lived on another host. */
  filePath: string
}

/** The attachments of an export: what bodies, lead images and the media library ask for. */
export class MediaSurvey {
  readonly #entries = new Map<number, Entry>()
  readonly #children = new Map<number, number[]>()
  #ownHosts: ReadonlySet<string> = new Set()
  #base = ''

  add(item: WxrItem): void {
    const { fields, meta } = item
    const id = numberField(fields, 'post_id')
    if (id === 0 || this.#entries.has(id)) return
    const at = parseLocalTime(field(fields, 'post_date_gmt')) ?? parseLocalTime(field(fields, 'post_date'))
    const entry: Entry = detach({
      id,
      url: field(fields, 'attachment_url') || field(fields, 'guid'),
      link: field(fields, 'link'),
      file: metaValue(meta, '_wp_attached_file'),
      alt: metaValue(meta, '_wp_attachment_image_alt'),
      caption: field(fields, 'excerpt'),
      ...sizeOf(metaValue(meta, '_wp_attachment_metadata')),
      parent: numberField(fields, 'post_parent'),
      position: Number.parseInt(field(fields, 'menu_order'), 10) || 0,
      createdAt: at ? utcOf(at).getTime() : 0,
    })
    this.#keep(entry)
  }

  #keep(entry: Entry): void {
    const { id } = entry
    this.#entries.set(id, entry)
    const siblings = this.#children.get(entry.parent)
    if (siblings) siblings.push(id)
    else if (entry.parent > 0) this.#children.set(entry.parent, [id])
  }

  /** Said once all is read: only then it is known which hosts are the site's own. */
  settle(ownHosts: ReadonlySet<string>, base: string): void {
    this.#ownHosts = ownHosts
    this.#base = base
  }

  /** For another thread: `MediaSurvey.from` makes the same of it. */
  get facts(): MediaFacts {
    return { entries: [...this.#entries.values()], ownHosts: this.#ownHosts, base: this.#base }
  }

  static from({ entries, ownHosts, base }: MediaFacts): MediaSurvey {
    const survey = new MediaSurvey()
    for (const entry of entries) survey.#keep(entry)
    survey.settle(ownHosts, base)
    return survey
  }

  get ids(): Iterable<number> {
    return this.#entries.keys()
  }

  get size(): number {
    return this.#entries.size
  }

  get(id: number): SurveyedMedia | undefined {
    const entry = this.#entries.get(id)
    return entry && this.#settled(entry)
  }

  /** Attachments of a post in menu order, then by number. */
  childrenOf(id: number): SurveyedMedia[] {
    const entries = (this.#children.get(id) ?? []).flatMap((child) => this.#entries.get(child) ?? [])
    return entries.sort((a, b) => a.position - b.position || a.id - b.id).map((entry) => this.#settled(entry))
  }

  #settled({ id, url, link, file, alt, caption, width, height, parent, createdAt }: Entry): SurveyedMedia {
    const host = hostOf(url, this.#base)
    const own = host !== null && this.#ownHosts.has(host) ? filePath(new URL(url, this.#base).pathname) : null
    const kept =
      own ?? filePath(UPLOADS + (file.replace(/^\/+/, '') || url.replace(/[?#].*$/, '').replace(/^.*\//, '')))
    const path = kept ?? `${UPLOADS}${id}`
    return {
      id,
      parent,
      link,
      // What lived elsewhere is not here: its own address is the only one that leads to it.
      path: own ?? (/^https?:\/\//i.test(url) ? url : path),
      filePath: path,
      url,
      alt,
      caption,
      width,
      height,
      mimeType: mimeTypeOf(path),
      createdAt: new Date(createdAt),
    }
  }
}

function sizeOf(metadata: string): { width: number | null; height: number | null } {
  const value = metadata === '' ? undefined : parseSerialised(metadata)
  const pixels = (name: 'width' | 'height') => {
    const number =
      typeof value === 'object' && value !== null && name in value
        ? Number((value as Record<string, unknown>)[name])
        : 0
    return Number.isInteger(number) && number > 0 && number < 100_000 ? number : null
  }
  return { width: pixels('width'), height: pixels('height') }
}

const MIME_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ico: 'image/x-icon',
  heic: 'image/heic',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
  mov: 'video/quicktime',
  avi: 'video/x-msvideo',
  wmv: 'video/x-ms-wmv',
  pdf: 'application/pdf',
  zip: 'application/zip',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  csv: 'text/csv',
}

/** Exports do not say the type; the name's ending does. */
function mimeTypeOf(path: string): string {
  return MIME_TYPES[/\.([a-z\d]{2,4})$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
