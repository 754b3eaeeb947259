type Attributes = Readonly<Record<string, string>>

/** The namespaces of an export, by what follows their usual address. */
function usualPrefix(uri: string): string | undefined {
  if (/^https?:\/\/(?:www\.)?wordpress\.org\/export\/[\d.]+\/excerpt\/?$/.test(uri)) return 'excerpt'
  if (/^https?:\/\/(?:www\.)?wordpress\.org\/export\/[\d.]+\/?$/.test(uri)) return 'wp'
  if (/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/.test(uri)) return 'content'
  if (/^http:\/\/purl\.org\/dc\/elements\/1\.1\/?$/.test(uri)) return 'dc'
  return undefined
}

/**
 * Names of elements with the prefixes that WordPress itself writes ("wp:post_id"), whatever prefixes an export uses.
 * A prefix that is declared as nothing known, or not at all, is taken as it is written: that it says "wp:" is what
 * the exports of plugins and converters have in common.
 */
export class WxrNames {
  /** Prefixes in force at the innermost open element; "" is the default namespace. */
  #scope: ReadonlyMap<string, string> = new Map()
  readonly #open: { name: string; outer: ReadonlyMap<string, string> }[] = []

  get depth(): number {
    return this.#open.length
  }

  enter(raw: string, attributes: Attributes): string {
    const outer = this.#scope
    this.#scope = declared(outer, attributes)
    const name = this.#resolve(raw)
    this.#open.push({ name, outer })
    return name
  }

  leave(): string {
    const closed = this.#open.pop()
    if (!closed) return ''
    this.#scope = closed.outer
    return closed.name
  }

  #resolve(raw: string): string {
    const colon = raw.indexOf(':')
    const usual = this.#scope.get(colon === -1 ? '' : raw.slice(0, colon))
    return usual === undefined ? raw : `${usual}:${raw.slice(colon + 1)}`
  }
}

function declared(outer: ReadonlyMap<string, string>, attributes: Attributes): ReadonlyMap<string, string> {
  let scope: Map<string, string> | undefined
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    scope ??= new Map(outer)
    const prefix = name.slice('xmlns:'.length)
    const usual = usualPrefix(attributes[name] ?? '')
    if (usual === undefined) scope.delete(prefix)
    else scope.set(prefix, usual)
  }
  return scope ?? outer
}
