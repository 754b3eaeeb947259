import { z } from 'zod'
import { LARGEST_ID } from '@/lib/comments/row-id'

const id = z.coerce.number().int().min(1).max(LARGEST_ID)

const limit = z.coerce.number().int().min(1).max(100).default(20).describe('How many at most.')
const cursor = z.string().max(100).optional().describe('Where the page before ended: as its `next` has it.')
const fields = z
  .string()
  .max(500)
  .optional()
  .describe('Names of fields with commas between them; the answer has these and no others.')

const page = { limit, cursor, fields }

/** What each list may be asked for. */
export const LIST_PARAMETERS = {
  articles: z.object({
    category: id.optional().describe('Filed in this category, or in one below it.'),
    tag: id.optional().describe('With this tag.'),
    author: id.optional().describe('With this author in the byline.'),
    language: z
      .string()
      .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'is no language tag')
      .optional()
      .describe('Written in this language, as its tag has it: "en", "fa-IR".'),
    ...page,
  }),
  authors: z.object(page),
  categories: z.object(page),
  tags: z.object(page),
  comments: z.object({ article: id.optional().describe('Below this article.'), ...page }),
}
export type Kind = keyof typeof LIST_PARAMETERS

export const ITEM_PARAMETERS = z.object({ fields })

/** Every parameter that an answer may depend on; the door keeps no others (server/data-address.ts). */
export const V1_PARAMETERS: ReadonlySet<string> = new Set(
  Object.values(LIST_PARAMETERS).flatMap(({ shape }) => Object.keys(shape)),
)
