// Names of elements come from the source: there may be as many as it has tags.
const MAX_NAMES = 100

/** What was taken out of a body, and how often. */
export class Removals {
  private readonly counts = new Map<string, number>()

  add(what: string): void {
    const named = this.counts.has(what) || this.counts.size < MAX_NAMES ? what : 'other elements'
    this.counts.set(named, (this.counts.get(named) ?? 0) + 1)
  }

  record(): Record<string, number> {
    return Object.fromEntries(this.counts)
  }
}
