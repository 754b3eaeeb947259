import type { StoredPicture } from '@/lib/media/upload'
import type { Sending, sendFile } from './send-file'

export type Upload = {
  id: number
  name: string
  /** How much has gone, from 0 to 1. */
  share: number
} & (
  | { state: 'waiting' | 'sending' }
  | { state: 'refused'; reason: Exclude<Extract<Sending, { ok: false }>['reason'], 'cancelled'> }
  | { state: 'done'; picture: StoredPicture }
)

/** A picture that has come; `isKnown`: the library had it already. `name`: of the file that was sent. */
export type Landed = StoredPicture & { isKnown: boolean; name: string }

/** `name`: by which the server knows what has come of it. */
type Entry = { file: File; name: string; upload: Upload; stop: AbortController }

/**
 * The files that are being added to one place, sent one after the other. What was refused or did not arrive stays until it
 * is tried again or dismissed. `landed` hears of each time that nothing is left to send, with what has come since.
 */
export class UploadQueue {
  #entries: Entry[] = []
  #fresh: Landed[] = []
  #isSending = false
  readonly #send: typeof sendFile
  readonly #show: (uploads: Upload[]) => void
  readonly #landed: (pictures: Landed[]) => void

  constructor(send: typeof sendFile, show: (uploads: Upload[]) => void, landed: (pictures: Landed[]) => void) {
    this.#send = send
    this.#show = show
    this.#landed = landed
  }

  add(files: readonly File[]): void {
    const entries = files.map((file) => ({
      ...{ file, name: newName(), upload: waiting(newId(), file.name), stop: new AbortController() },
    }))
    this.#entries = [...this.#entries, ...entries]
    this.#tell()
    void this.#next()
  }

  /** Sends again what was refused. */
  retry(id: number): void {
    this.#change(id, ({ file, name }) => ({ file, name, upload: waiting(id, file.name), stop: new AbortController() }))
    void this.#next()
  }

  /** Takes a file out, whatever has become of it; one that is being sent is sent no further. */
  remove(id: number): void {
    this.#entries.find(({ upload }) => upload.id === id)?.stop.abort()
    this.#entries = this.#entries.filter(({ upload }) => upload.id !== id)
    this.#tell()
    void this.#next()
  }

  removeAll(): void {
    for (const { upload } of this.#entries) this.remove(upload.id)
  }

  async #next(): Promise<void> {
    if (this.#isSending) return
    const entry = this.#entries.find(({ upload }) => upload.state === 'waiting')
    if (!entry) return this.#land()
    this.#isSending = true
    const { id, name } = entry.upload
    const progress = (share: number) => this.#set({ id, name, share, state: 'sending' })
    progress(0)
    const sent = await this.#send(entry.file, progress, entry.stop.signal, entry.name)
    this.#isSending = false
    // Cancelled at the last moment it may have arrived all the same; nobody asked for it any more.
    if (sent.ok && !entry.stop.signal.aborted) {
      this.#fresh.push({ ...sent.picture, isKnown: sent.isKnown, name })
      this.#set({ id, name, share: 1, state: 'done', picture: sent.picture })
    } else if (!sent.ok && sent.reason !== 'cancelled') {
      this.#set({ id, name, share: 0, state: 'refused', reason: sent.reason })
    }
    return this.#next()
  }

  #land(): void {
    const pictures = this.#fresh
    this.#fresh = []
    // What has arrived and needs no word leaves the list.
    const kept = this.#entries.filter(({ upload }) => upload.state !== 'done' || upload.picture.animated)
    if (kept.length !== this.#entries.length) {
      this.#entries = kept
      this.#tell()
    }
    if (pictures.length) this.#landed(pictures)
  }

  #set(upload: Upload): void {
    this.#change(upload.id, (entry) => ({ ...entry, upload }))
  }

  #change(id: number, change: (entry: Entry) => Entry): void {
    this.#entries = this.#entries.map((entry) => (entry.upload.id === id ? change(entry) : entry))
    this.#tell()
  }

  #tell(): void {
    this.#show(this.#entries.map(({ upload }) => upload))
  }
}

let ids = 0
const newId = () => ++ids
/** Among those of one person; what browsers make random addresses with is not there without encryption. */
const newName = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${ids}`
const waiting = (id: number, name: string): Upload => ({ id, name, share: 0, state: 'waiting' })
