import { namedTag } from '@/lib/articles/change-tags'
import { type Author, authorFromRow } from '@/lib/authors/author'
import { authorTag, profileTag } from '@/lib/authors/shown-tags'
import type { Database } from '@/lib/db'
import { followInvalidations, onInvalidation } from '@/lib/invalidation'
import { type Menus, pageIdsOf, targetsOf } from '@/lib/menus/menu'
import { MenuTargets } from '@/lib/menus/menu-targets'
import { readMenuTargets } from '@/lib/menus/queries'
import { dependsOn } from '@/lib/page-context'
import { Patterns } from '@/lib/redirects/patterns'
import { PATTERNS_TAG } from '@/lib/redirects/redirect'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { CATEGORIES_TAG, tagTag } from '@/lib/taxonomy/shown-tags'
import { type PolicyPage, publicPolicies } from './policies'
import { parseSettings, type Settings } from './settings'
import type { TranslatedPage } from './translated-pages'
import { listTranslatedPages } from './translated-queries'

/** What nearly every page shows something of, and what is small: read once and held until it changes. */
export type SiteFacts = Settings & {
  categories: CategoryTree
  authors: ReadonlyMap<number, Author>
  authorsBySlug: ReadonlyMap<string, Author>
  /** Addresses of the pictures of which a page must not offer AVIF yet (lib/media/sources.ts): a handful at most. */
  unfinishedPictures: ReadonlySet<string>
  /** The pages on which the publication says how it works, as far as readers find them. */
  policyPages: readonly PolicyPage[]
  /** Those of other languages, by language. */
  policyPagesIn: ReadonlyMap<string, readonly PolicyPage[]>
  /** What is a translation of one of them, or of a page that the footer or a menu leads to. */
  translatedPages: readonly TranslatedPage[]
  /** Where addresses lead that nothing else answers; nobody but their own queries asks them. */
  redirectPatterns: Patterns
  /** What the menus lead to (lib/menus/shown-menu.ts). */
  menuTargets: MenuTargets
  /** WordPress's numbers of the categories and authors that came from it, by ours. */
  numbers: { categories: ReadonlyMap<number, number>; authors: ReadonlyMap<number, number> }
}

/** Tag of every change to settings: each page shows some of them. */
export const SITE_TAG = 'site'
/** Tag of every change to authors; a page shows a few of them, and depends on those (lib/authors/shown-tags.ts). */
export const AUTHORS_TAG = 'authors'
/** Tag of every picture that comes or is finished; no page depends on it (`pictureTag` is of those that show one). */
export const PICTURES_TAG = 'pictures'

let held = new WeakMap<Database, Promise<SiteFacts>>()

const HELD = [SITE_TAG, AUTHORS_TAG, CATEGORIES_TAG, PICTURES_TAG, PATTERNS_TAG]
/** Of what the menus lead to. */
const menuTags = new Set<string>()
/** While facts are read nobody knows yet what that is. */
let reading = 0

onInvalidation((tags) => {
  const isOfMenus = (tag: string) => menuTags.has(tag) || (reading > 0 && /^(named|tag):/.test(tag))
  if (!HELD.some((tag) => tags.has(tag)) && ![...tags].some(isOfMenus)) return
  held = new WeakMap()
  menuTags.clear()
})

/** Settings, categories and authors as they are now: at once after a change of this process, else within 250 ms. */
export function getSiteFacts(db: Database): Promise<SiteFacts> {
  dependsOn(SITE_TAG)
  const known = held.get(db)
  if (known) return known
  // First follow, then read: what is committed in between is heard of.
  reading++
  const facts = followInvalidations(db)
    .then(() => readFacts(db))
    .finally(() => {
      reading--
    })
  held.set(db, facts)
  facts.catch(() => held.delete(db))
  return facts
}

async function readFacts(db: Database): Promise<SiteFacts> {
  const [settings, categories, authors, unfinished, patterns] = await Promise.all([
    db.setting.findMany(),
    db.category.findMany({
      select: {
        id: true,
        slug: true,
        path: true,
        name: true,
        description: true,
        locale: true,
        position: true,
        parentId: true,
        wordpressId: true,
      },
    }),
    db.author.findMany({
      select: {
        ...{ id: true, slug: true, name: true, bio: true, locale: true, portrait: true, links: true },
        ...{ beat: true, spellings: true, wordpressId: true },
      },
    }),
    db.media.findMany({ where: { awaitsVariants: true }, select: { path: true } }),
    db.redirect.findMany({
      where: { isPattern: true },
      select: { id: true, fromPath: true, toPath: true, toExtra: true, status: true },
    }),
  ])
  const read = parseSettings(settings)
  for (const tag of tagsOf(read.menus)) menuTags.add(tag)
  // Who changes one of these says so (lib/site/policy-mutations.ts).
  const policies = [read.policies, ...Object.values(read.policiesIn)].flatMap((one) => Object.values(one))
  const linked = [...read.footer.about, ...read.footer.standards].map(({ path }) => path)
  const pages = await db.article.findMany({
    where: {
      OR: [
        { path: { in: [...policies.filter((path) => path !== undefined), ...linked] } },
        { id: { in: pageIdsOf(read.menus) } },
      ],
      status: 'PUBLISHED',
    },
    select: { id: true, path: true, headline: true, locale: true, translationOfId: true },
  })
  const views = authors.map(({ wordpressId: _, ...author }) => authorFromRow(author))
  return {
    ...read,
    policyPages: publicPolicies(read.policies, pages),
    policyPagesIn: new Map(
      Object.entries(read.policiesIn).map(([language, one]) => [language, publicPolicies(one, pages)]),
    ),
    translatedPages: await listTranslatedPages(db, pages),
    menuTargets: new MenuTargets(await readMenuTargets(db, read.menus), dependsOn),
    categories: new CategoryTree(
      categories.map(({ wordpressId: _, ...category }) => category),
      dependsOn,
    ),
    authors: new Map(views.map((author) => [author.id, author])),
    authorsBySlug: new Map(views.map((author) => [author.slug, author])),
    redirectPatterns: new Patterns(patterns),
    unfinishedPictures: new Set(unfinished.map(({ path }) => path)),
    numbers: { categories: numbersOf(categories), authors: numbersOf(authors) },
  }
}

function tagsOf(menus: Menus): string[] {
  const { article, tag } = targetsOf(menus)
  return [...article.map(namedTag), ...tag.map(tagTag)]
}

const numbersOf = (rows: { id: number; wordpressId: number | null }[]): ReadonlyMap<number, number> =>
  new Map(rows.flatMap(({ id, wordpressId }) => (wordpressId === null ? [] : [[id, wordpressId]])))

/** An author of whom this page shows all. */
export function authorOf(facts: SiteFacts, id: number): Author | undefined {
  dependsOn(authorTag(id), profileTag(id))
  return facts.authors.get(id)
}

/** An author whom this page names, and of whom it shows no more. */
export function authorNamed(facts: SiteFacts, id: number): Author | undefined {
  dependsOn(authorTag(id))
  return facts.authors.get(id)
}

/** The author whose page this is, by slug in whatever case. */
export function authorBySlug(facts: SiteFacts, slug: string): Author | undefined {
  const author = facts.authorsBySlug.get(slug) ?? facts.authorsBySlug.get(slug.toLowerCase())
  // Whoever is not there yet may come.
  if (author) dependsOn(authorTag(author.id), profileTag(author.id))
  else dependsOn(AUTHORS_TAG)
  return author
}
