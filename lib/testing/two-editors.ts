import type { Content } from '@/lib/articles/editing/content'
import type { Theirs } from '@/lib/articles/editing/result'
import { Random } from '@/lib/seed/random'

/** What an editor has before them: a text, and what a save has to say of it. */
export type Desk<Seen> = { seen: Seen; content: Content }
export type Saved<Seen> = { ok: true; seen: Seen } | { ok: false; reason: 'conflict'; theirs: Theirs; seen: Seen }

export type Editor<Seen> = { name: string; save(desk: Desk<Seen>): Promise<Saved<Seen>> }

/**
 * Editors type into one article at once, a line at a time, each from the text that they have seen. Whoever hears that
 * there is another text takes it and adds their line to that. Answers the lines that were acknowledged, in a text that
 * loses none if nobody was written over silently.
 */
export async function typeAtOnce<Seen>(
  editors: Editor<Seen>[],
  first: Desk<Seen>,
  lines: number,
  seed: number,
): Promise<{ acknowledged: string[]; conflicts: number }> {
  const acknowledged: string[] = []
  let conflicts = 0
  let left = lines
  const type = async ({ name, save }: Editor<Seen>, random: Random) => {
    let desk = first
    while (left > 0) {
      const line = `<p>${name} ${left--}</p>`
      for (;;) {
        const content = { ...desk.content, body: desk.content.body + line }
        const saved = await save({ ...desk, content })
        if (saved.ok) {
          desk = { seen: saved.seen, content }
          break
        }
        conflicts++
        desk = { seen: saved.seen, content: saved.theirs.content }
      }
      acknowledged.push(line)
      // Somebody who is called away comes back to a text that has gone on.
      await new Promise((resolve) => setTimeout(resolve, random.below(12)))
    }
  }
  await Promise.all(editors.map((editor, i) => type(editor, new Random(seed + i))))
  return { acknowledged, conflicts }
}

/** Acknowledged lines that are not in the text, or are twice. */
export function lostLines(acknowledged: string[], body: string): string[] {
  return acknowledged.filter((line) => body.split(line).length !== 2)
}
