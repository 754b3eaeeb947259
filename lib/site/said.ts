import type { SiteSettings } from './settings'

/** What the publication says of itself in words. */
export const SAID = ['name', 'tagline', 'imprint'] as const
export type SaidName = (typeof SAID)[number]
export type Said = { [name in SaidName]?: string | undefined }

/** Of "fa-IR" what was written for it, or for "fa". */
const writtenIn = ({ locale: own, said }: SiteSettings, locale: string): Said =>
  locale === own ? {} : (said[locale] ?? said[locale.split('-', 1)[0] ?? ''] ?? {})

/** The publication as it speaks on a page in this language: what was not written in it is said as in its own. */
export function siteIn(site: SiteSettings, locale: string): SiteSettings {
  const written = Object.entries(writtenIn(site, locale)).filter(([, text]) => text)
  return written.length ? { ...site, ...Object.fromEntries(written) } : site
}

/** In which language it says this on such a page. */
export const languageOf = (site: SiteSettings, name: SaidName, locale: string): string =>
  writtenIn(site, locale)[name] ? locale : site.locale
