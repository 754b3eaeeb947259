import type { Properties } from 'hast'

/** Gives each id once, and carries the id of what is left out to the next element that is written. */
export class BodyIds {
  private waiting: string | undefined

  /**
   * @param given ids given so far; shared by the pages of one article
   * @param targets fragments that the body links to
   */
  constructor(
    private readonly given: Set<string>,
    private readonly targets: ReadonlySet<string>,
  ) {}

  /** The id of an element that leaves only its children; kept if the body links to it. */
  keepTarget(id: Properties[string]): void {
    if (typeof id === 'string' && this.targets.has(id)) this.keep(id)
  }

  keep(id: string): void {
    this.waiting ??= id
  }

  /** Takes off the id that was given before; puts on the one that waits if there is none. */
  claim(properties: Properties): void {
    const id = properties.id ?? this.waiting
    if (id === this.waiting) this.waiting = undefined
    delete properties.id
    if (typeof id !== 'string' || this.given.has(id)) return
    this.given.add(id)
    properties.id = id
  }
}
