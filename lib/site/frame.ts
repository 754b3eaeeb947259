import type { Direction } from '@/lib/i18n/locale'
import { directionOf } from '@/lib/i18n/locale'
import { type Words, wordsFor } from '@/lib/i18n/words'
import type { SiteFacts } from './facts'
import { policiesFor } from './policies'
import { siteIn } from './said'
import { footerIn, translationsInto } from './translated-pages'

/** What every part of a page may need to draw itself: whose page it is, in which language, and when. */
export type Frame = {
  /** With the publication's words and policies as they are in the language of the page. */
  facts: SiteFacts
  /** Language of the page: an article's own, or the site's. */
  locale: string
  dir: Direction
  words: Words
  zone: string
  /** Origin of absolute addresses. */
  siteUrl: string
  now: Date
  /** How often pages were read of late, for the footer; null where it does not say so. */
  readings: number | null
}

/** `lang` and `dir` of a text that is in another language than the page it stands on. */
export function foreignTo(frame: Frame, locale: string): { lang?: string; dir?: Direction } {
  return locale === frame.locale ? {} : { lang: locale, dir: directionOf(locale) }
}

function factsIn(facts: SiteFacts, locale: string): SiteFacts {
  const translated = translationsInto(facts.translatedPages, locale)
  return {
    ...facts,
    site: siteIn(facts.site, locale),
    footer: footerIn(facts.footer, translated),
    policyPages: policiesFor(facts.policyPages, facts.policyPagesIn, translated, locale),
  }
}

export function frameFor(
  facts: SiteFacts,
  siteUrl: string,
  now: Date,
  locale = facts.site.locale,
  readings: number | null = null,
): Frame {
  return {
    facts: locale === facts.site.locale ? facts : factsIn(facts, locale),
    locale,
    dir: directionOf(locale),
    words: wordsFor(locale),
    zone: facts.site.timeZone,
    siteUrl,
    now,
    readings,
  }
}
