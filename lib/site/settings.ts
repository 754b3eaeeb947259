import { z } from 'zod'
import { PATH_PATTERNS } from '@/lib/articles/paths'
import { FIGURES_KEY, type FiguresSettings, figuresSchema } from '@/lib/counting/settings'
import { type CrawlerSettings, crawlerSettingsSchema } from '@/lib/crawlers/settings'
import { canonicalLocale } from '@/lib/i18n/locale'
import { MENUS_KEY, type Menus, menusSchema } from '@/lib/menus/menu'
import { STORAGE_KEY, type StorageSettings, storageSchema } from '@/lib/storage/settings'
import { TELLING_KEY, type TellingSettings, tellingSchema } from '@/lib/telling/settings'

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}, 'is no time zone; they are named like Europe/Berlin')

const locale = z
  .string()
  .refine((tag) => canonicalLocale(tag) !== undefined, 'is no language tag; they look like en or fa-IR')
  .transform((tag) => canonicalLocale(tag) ?? tag)

/** What the publication says of itself. */
export const siteSchema = z.object({
  name: z.string().min(1).default('Broadsheet'),
  tagline: z.string().default(''),
  locale: locale.default('en'),
  timeZone: timeZone.default('UTC'),
  pathPattern: z.enum(PATH_PATTERNS).default('/%slug%/'),
  /** Last line of every page: who prints it, where. */
  imprint: z.string().default(''),
  /** The words of it in other languages, by language (said.ts); what is empty is said as above. */
  said: z
    .record(z.string(), z.object({ name: z.string(), tagline: z.string(), imprint: z.string() }).partial())
    .default({}),
})
export type SiteSettings = z.infer<typeof siteSchema>

/** WordPress's defaults (docs: Settings → Discussion), which publishers bring with them. */
export const commentSettingsSchema = z.object({
  holdEverything: z.boolean().default(false),
  /** Who has an approved comment under the same name and e-mail is published at once. */
  holdFirst: z.boolean().default(true),
  /** That many links or more and the comment is held. */
  holdLinks: z.number().int().min(1).default(2),
  maxDepth: z.number().int().min(1).max(10).default(5),
  floodSeconds: z.number().int().min(0).default(15),
  /** So long after its publication nothing is answered any more; 0: as long as the article itself says. */
  closeAfterDays: z.number().int().min(0).default(0),
})
export type CommentSettings = z.infer<typeof commentSettingsSchema>

/** How the front is built, whatever stands on it (lib/front/arrange.ts). */
export const frontSettingsSchema = z.object({
  /** Lines of the list of what is latest. */
  latest: z.number().int().min(3).max(12).default(10),
  /** Opinions have a strip of their own. */
  opinions: z.boolean().default(true),
  /** The last corrections stand beside the first block. */
  corrections: z.boolean().default(true),
})
export type FrontSettings = z.infer<typeof frontSettingsSchema>

/** Its title in the site's language, unless it says another. */
const link = z.object({ title: z.string(), path: z.string(), locale: z.string().optional() })
export const footerSchema = z.object({
  about: z.array(link).default([]),
  standards: z.array(link).default([]),
})
export type Footer = z.infer<typeof footerSchema>

/** Paths of the pages on which the publication says how it works, by what it says there. */
export const policiesSchema = z.object({
  principles: z.string().optional(),
  ethics: z.string().optional(),
  corrections: z.string().optional(),
  diversity: z.string().optional(),
  masthead: z.string().optional(),
  mission: z.string().optional(),
  ownership: z.string().optional(),
  funding: z.string().optional(),
  contact: z.string().optional(),
  verification: z.string().optional(),
  unnamedSources: z.string().optional(),
  feedback: z.string().optional(),
})
export type Policies = z.infer<typeof policiesSchema>

/** The same of pages in other languages, by language; where there is none of its own, the site's is linked. */
export const policiesInSchema = z.record(z.string(), policiesSchema)
export const POLICIES_IN = 'policiesIn'

/** Where else readers find the publication, by address. */
export const socialSchema = z.object({ accounts: z.array(z.url({ protocol: /^https$/ })).default([]) })
export type Social = z.infer<typeof socialSchema>

export type Settings = {
  site: SiteSettings
  comments: CommentSettings
  front: FrontSettings
  footer: Footer
  policies: Policies
  policiesIn: Record<string, Policies>
  crawlers: CrawlerSettings
  telling: TellingSettings
  social: Social
  menus: Menus
  figures: FiguresSettings
  storage: StorageSettings
  /** Addresses of the sites whose exports were imported, as the articles' `sourceSite` has them. */
  importedSites: string[]
  /** The one of them that was imported first; null where none was. */
  numberedSite: string | null
}

/** An import remembers itself under this and the site's address (lib/wordpress/ledger.ts). */
export const IMPORT_KEY = 'import '

/** Settings from their rows; a row that is not there has its defaults. Throws on one that was broken from outside. */
export function parseSettings(rows: { key: string; value: unknown }[]): Settings {
  const byKey = new Map(rows.map(({ key, value }) => [key, value]))
  const importedSites = [...byKey.keys()].filter(isImport).map((key) => key.slice(IMPORT_KEY.length))
  const first = rows.find(({ key, value }) => isImport(key) && firstSchema.safeParse(value).success)
  return {
    site: siteSchema.parse(byKey.get('site') ?? {}),
    comments: commentSettingsSchema.parse(byKey.get('comments') ?? {}),
    front: frontSettingsSchema.parse(byKey.get('front') ?? {}),
    footer: footerSchema.parse(byKey.get('footer') ?? {}),
    policies: policiesSchema.parse(byKey.get('policies') ?? {}),
    policiesIn: policiesInSchema.parse(byKey.get(POLICIES_IN) ?? {}),
    crawlers: crawlerSettingsSchema.parse(byKey.get('crawlers') ?? {}),
    telling: tellingSchema.parse(byKey.get(TELLING_KEY) ?? {}),
    social: socialSchema.parse(byKey.get('social') ?? {}),
    menus: menusSchema.parse(byKey.get(MENUS_KEY) ?? {}),
    figures: figuresSchema.parse(byKey.get(FIGURES_KEY) ?? {}),
    storage: storageSchema.parse(byKey.get(STORAGE_KEY) ?? {}),
    importedSites,
    // Imports of before there were numbers do not say which came first.
    numberedSite: first?.key.slice(IMPORT_KEY.length) ?? importedSites.toSorted()[0] ?? null,
  }
}

const isImport = (key: string): boolean => key.startsWith(IMPORT_KEY)
const firstSchema = z.object({ first: z.literal(true) })
