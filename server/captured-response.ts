import { type IncomingMessage, ServerResponse } from 'node:http'

type Callback = (error?: Error | null) => void

/**
 * A response that is kept instead of sent, so that the door can look at it, mend its status or throw it away before the
 * reader sees a byte. `whole` resolves when whoever writes it has ended it, and rejects where that gave up in between.
 */
export class CapturedResponse extends ServerResponse {
  readonly whole: Promise<Buffer>
  readonly #chunks: Buffer[] = []
  #began = false
  #resolve: (body: Buffer) => void = () => undefined
  #reject: (error: unknown) => void = () => undefined

  constructor(request: IncomingMessage) {
    super(request)
    this.whole = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    // It may be given up before anybody waits for it.
    this.whole.catch(() => undefined)
    Object.defineProperty(this, 'headersSent', { get: () => this.#began })
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const headers = rest.find((part) => typeof part === 'object' && part !== null)
    // writeHead takes an object, or a flat array of names and values.
    const pairs = Array.isArray(headers)
      ? headers.flatMap((name, i) => (i % 2 ? [] : [[name, headers[i + 1]]]))
      : Object.entries(headers ?? {})
    for (const [name, value] of pairs) if (value !== undefined) this.setHeader(name, value)
    this.#began = true
    return this
  }

  override flushHeaders(): void {
    this.#began = true
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#began = true
    this.#keep(chunk, rest)
    callbackOf(rest)?.()
    return true
  }

  override end(...rest: unknown[]): this {
    if (this.finished) return this
    this.#began = true
    const [chunk] = rest
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.#keep(chunk, rest.slice(1))
    this.finished = true
    callbackOf(rest)?.()
    this.#resolve(Buffer.concat(this.#chunks))
    this.emit('finish')
    this.emit('close')
    return this
  }

  override destroy(error?: Error): this {
    this.destroyed = true
    this.#reject(error ?? new Error('the answer was given up before its end'))
    return this
  }

  #keep(chunk: unknown, rest: unknown[]): void {
    if (typeof chunk === 'string') {
      const encoding = rest.find((part) => typeof part === 'string') as BufferEncoding | undefined
      this.#chunks.push(Buffer.from(chunk, encoding))
    } else this.#chunks.push(Buffer.from(chunk as Uint8Array))
  }
}

function callbackOf(rest: unknown[]): Callback | undefined {
  return rest.find((part): part is Callback => typeof part === 'function')
}
