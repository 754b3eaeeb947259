import { languageOf } from '@/lib/i18n/locale'
import type { Footer } from './settings'

/** A page that readers find, and of which other page, by its path, it says the same in another language. */
export type TranslatedPage = { of: string; path: string; headline: string; locale: string }

/** What stands for these pages where one reads this language, by their paths: said exactly in it, or else in the same language elsewhere. */
export function translationsInto(
  pages: readonly TranslatedPage[],
  locale: string,
): ReadonlyMap<string, TranslatedPage> {
  const near = pages.filter((page) => languageOf(page.locale) === languageOf(locale))
  const exact = near.filter((page) => page.locale === locale)
  return new Map([...near, ...exact].map((page) => [page.of, page]))
}

/** The footer's links as pages in this language have them; what is said in no other language stays as it is. */
export function footerIn(footer: Footer, translated: ReadonlyMap<string, TranslatedPage>): Footer {
  const inLanguage = (links: Footer['about']) =>
    links.map((link) => {
      const page = translated.get(link.path)
      return page ? { title: page.headline, path: page.path, locale: page.locale } : link
    })
  return { about: inLanguage(footer.about), standards: inLanguage(footer.standards) }
}
