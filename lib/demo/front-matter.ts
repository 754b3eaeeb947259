import { parse } from 'yaml'
import { z } from 'zod'

/** A reply of a demo article, with those to it. */
export type DemoReply = { name: string; age: string; text: string; replies: DemoReply[] }
const reply: z.ZodType<DemoReply> = z.lazy(() =>
  z.strictObject({ name: z.string(), age: z.string(), text: z.string(), replies: z.array(reply).default([]) }),
)

const schema = z.strictObject({
  headline: z.string(),
  slug: z.string(),
  dek: z.string(),
  kicker: z.string().optional(),
  label: z.enum(['analysis', 'opinion', 'review', 'interview', 'explainer', 'sponsored', 'satire']).optional(),
  authors: z.array(z.string()).default([]),
  byline: z.string().optional(),
  category: z.string(),
  also: z.array(z.string()).default([]),
  tags: z.array(z.string()),
  age: z.string(),
  revised: z.string().optional(),
  pinned: z.string().optional(),
  image: z.string().optional(),
  alt: z.string().default(''),
  caption: z.string().default(''),
  credit: z.string().default(''),
  comments: z.enum(['open', 'closed']).default('open'),
  corrections: z
    .array(
      z.strictObject({ kind: z.enum(['correction', 'clarification', 'update']), age: z.string(), text: z.string() }),
    )
    .default([]),
  replies: z.array(reply).default([]),
})
export type DemoArticle = z.infer<typeof schema> & { markdown: string }

/** Reads an article of the demo newsroom: YAML between two lines of `---`, then Markdown. Throws with the file's name. */
export function parseDemoArticle(text: string, file: string): DemoArticle {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  if (!match) throw new Error(`${file}: no front matter`)
  const result = schema.safeParse(parse(match[1] ?? ''))
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`)
  return { ...result.data, markdown: match[2] ?? '' }
}

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** Milliseconds of "40 minutes", "1 hour", "3 days". */
export function parseAge(age: string): number {
  const match = /^(\d+) (minute|hour|day)s?$/.exec(age)
  if (!match) throw new Error(`"${age}" is no age`)
  return Number(match[1]) * UNITS[match[2] as keyof typeof UNITS]
}
