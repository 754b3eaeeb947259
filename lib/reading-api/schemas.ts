import { z } from 'zod'

// The answers, as they are made and as openapi.json describes them: one schema for both.

export const NAMED = z.registry<{ id: string; description: string }>()
const id = z.int().min(1)
const moment = z.iso.datetime()
const url = z.url()

export const imageSchema = z
  .object({
    url,
    alt: z.string(),
    caption: z.string().describe('Plain text.'),
    credit: z.string(),
    width: z.int().nullable(),
    height: z.int().nullable(),
  })
  .register(NAMED, { id: 'Image', description: 'A picture.' })

export const referenceSchema = z
  .object({ id, name: z.string(), url })
  .register(NAMED, { id: 'Reference', description: 'An author, a category or a tag by its name.' })

export const articleSchema = z
  .object({
    id,
    url,
    headline: z.string(),
    kicker: z.string().nullable(),
    dek: z.string().nullable(),
    excerpt: z.string(),
    label: z.enum(['NEWS', 'ANALYSIS', 'OPINION', 'REVIEW', 'INTERVIEW', 'EXPLAINER', 'SPONSORED', 'SATIRE']),
    language: z.string().describe('BCP 47 language tag.'),
    publishedAt: moment,
    changedAt: moment.describe('When its readers last got another text.'),
    authors: z.array(referenceSchema).describe('In the order of the byline.'),
    byline: z.string().nullable().describe('Words in the place of the authors’ names.'),
    category: referenceSchema.nullable(),
    categories: z.array(referenceSchema),
    tags: z.array(referenceSchema),
    image: imageSchema.nullable(),
    wordCount: z.int().min(0),
    commentsOpen: z.boolean(),
    commentCount: z.int().min(0),
    bodyHtml: z
      .string()
      .optional()
      .describe('The whole text, with absolute addresses. In a list only where `fields` names it.'),
  })
  .register(NAMED, { id: 'Article', description: 'A published article.' })

export const authorSchema = z
  .object({
    id,
    url,
    slug: z.string(),
    name: z.string(),
    bio: z.string().describe('Plain text; empty lines part paragraphs.'),
    language: z.string().nullable().describe('Of the bio; null: the site’s.'),
    image: imageSchema.nullable(),
    links: z.array(z.object({ label: z.string(), url: z.string() })),
    articleCount: z.int().min(0),
  })
  .register(NAMED, { id: 'Author', description: 'Somebody in the byline of a published article.' })

export const categorySchema = z
  .object({
    id,
    url,
    slug: z.string(),
    path: z.string().describe('Slugs from the root.'),
    name: z.string(),
    description: z.string(),
    language: z.string().nullable(),
    parentId: id.nullable(),
    articleCount: z.int().min(0).describe('With what is filed below it.'),
  })
  .register(NAMED, { id: 'Category', description: 'A category with published articles.' })

export const tagSchema = z
  .object({
    id,
    url,
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    articleCount: z.int().min(0),
  })
  .register(NAMED, { id: 'Tag', description: 'A tag of published articles.' })

export const commentSchema = z
  .object({
    id,
    url,
    articleId: id,
    parentId: id.nullable(),
    authorName: z.string(),
    authorUrl: z.string().nullable(),
    text: z.string().describe('As it was written.'),
    html: z.string(),
    createdAt: moment,
  })
  .register(NAMED, { id: 'Comment', description: 'A comment that everybody may read.' })

export const errorSchema = z
  .object({ code: z.string(), message: z.string(), data: z.looseObject({ status: z.int() }) })
  .register(NAMED, { id: 'Error', description: 'Why there is no other answer.' })

export const ITEMS = {
  articles: articleSchema,
  authors: authorSchema,
  categories: categorySchema,
  tags: tagSchema,
  comments: commentSchema,
}

/** A page of a list. */
export const listSchema = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: url.nullable().describe('Address of the page after it; null: there is none.'),
  })

export type Article = z.infer<typeof articleSchema>
export type Author = z.infer<typeof authorSchema>
export type Category = z.infer<typeof categorySchema>
export type Tag = z.infer<typeof tagSchema>
export type Comment = z.infer<typeof commentSchema>
export type Image = z.infer<typeof imageSchema>
