/** What can be done with several articles of a list at once. */
export const BULK_VERBS = ['publish', 'withdraw', 'trash', 'restore', 'category', 'tag', 'delete'] as const
export type BulkVerb = (typeof BULK_VERBS)[number]

/** An article as it stood in the list when it was chosen. */
export type Chosen = { id: number; version: number }

/** "12.3 15.1": ids with the versions that were seen. */
export const CHOSEN = /^[1-9]\d{0,8}\.[1-9]\d{0,8}(?: [1-9]\d{0,8}\.[1-9]\d{0,8}){0,99}$/

export function readChosen(text: string): Chosen[] {
  return text.split(' ').map((pair) => {
    const [id = 0, version = 0] = pair.split('.').map(Number)
    return { id, version }
  })
}

export const chosenText = (chosen: readonly Chosen[]): string =>
  chosen.map(({ id, version }) => `${id}.${version}`).join(' ')

/** How what was done is taken back; `was`: the category of each, 0 for none, or the tag that it got. */
export type Undo = {
  verb: 'trash' | 'restore' | 'category' | 'untag' | 'republish'
  chosen: (Chosen & { was: number })[]
}

const UNDO = /^(?:trash|restore|category|untag|republish)(?: [1-9]\d{0,8}\.[1-9]\d{0,8}\.\d{1,9}){1,100}$/

export function undoText({ verb, chosen }: Undo): string {
  return [verb, ...chosen.map(({ id, version, was }) => `${id}.${version}.${was}`)].join(' ')
}

/** Null for what no page of ours has written. */
export function readUndo(text: string): Undo | null {
  if (!UNDO.test(text)) return null
  const [verb, ...rest] = text.split(' ')
  const chosen = rest.map((triple) => {
    const [id = 0, version = 0, was = 0] = triple.split('.').map(Number)
    return { id, version, was }
  })
  return { verb: verb as Undo['verb'], chosen }
}
