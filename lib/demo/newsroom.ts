import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { policiesSchema } from '@/lib/site/settings'
import { type DemoArticle, parseDemoArticle } from './front-matter'

const ROOT = 'prisma/demo'

export type DemoCategory = {
  slug: string
  name: string
  description: string
  locale?: string | undefined
  children: DemoCategory[]
}
const category: z.ZodType<DemoCategory> = z.lazy(() =>
  z.strictObject({
    slug: z.string(),
    name: z.string(),
    description: z.string().default(''),
    locale: z.string().optional(),
    children: z.array(category).default([]),
  }),
)

export type DemoPage = { slug: string; title: string; body: string; children: DemoPage[] }
const page: z.ZodType<DemoPage> = z.lazy(() =>
  z.strictObject({ slug: z.string(), title: z.string(), body: z.string(), children: z.array(page).default([]) }),
)

const newsroomSchema = z.strictObject({
  site: z.strictObject({ name: z.string(), tagline: z.string(), locale: z.string(), timeZone: z.string() }),
  authors: z.array(
    z.strictObject({
      slug: z.string(),
      name: z.string(),
      portrait: z.string(),
      bio: z.string(),
      locale: z.string().optional(),
      links: z.array(z.strictObject({ label: z.string(), url: z.string() })).default([]),
    }),
  ),
  users: z.array(
    z.strictObject({
      name: z.string(),
      email: z.string(),
      role: z.enum(['CONTRIBUTOR', 'AUTHOR', 'EDITOR', 'ADMIN']),
      /** Slug of the byline that is theirs. */
      author: z.string().optional(),
    }),
  ),
  categories: z.array(category),
  pages: z.array(page),
  footer: z.strictObject({ about: z.array(z.string()), standards: z.array(z.string()) }),
  policies: policiesSchema,
})

export type DemoNewsroom = z.infer<typeof newsroomSchema> & {
  articles: (DemoArticle & { locale: string })[]
}

/** The demo newsroom as it was written: prisma/demo. Throws with the name of a file that is not sound. */
export function readDemoNewsroom(root = ROOT): DemoNewsroom {
  const newsroom = newsroomSchema.parse(parse(readFileSync(join(root, 'newsroom.yaml'), 'utf8')))
  const articles = readdirSync(join(root, 'articles'))
    .sort()
    .flatMap((locale) =>
      readdirSync(join(root, 'articles', locale))
        .sort()
        .map((file) => ({
          locale,
          ...parseDemoArticle(readFileSync(join(root, 'articles', locale, file), 'utf8'), `${locale}/${file}`),
        })),
    )
  return { ...newsroom, articles }
}
