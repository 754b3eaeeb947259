import { canonicalLocale } from '@/lib/i18n/locale'
import { metaValue } from './kept-meta'
import type { WxrItem, WxrTerm } from './wxr-record'

type Filed = Pick<WxrItem, 'terms' | 'meta'>

const LANGUAGE = 'language'
const GROUP = 'post_translations'

/** Polylang files posts by their language, and by a name that all translations of a text share. */
export const isTranslationTerm = ({ domain }: WxrTerm): boolean => domain === LANGUAGE || domain === GROUP

const slugOf = ({ terms }: Filed, domain: string): string =>
  terms.find((term) => term.domain === domain)?.slug.trim() ?? ''

/** What Polylang, or else the exporter of WPML, says that a text is written in; otherwise the site's language. */
export function localeOf(item: Filed, ofSite: string): string {
  const said = slugOf(item, LANGUAGE) || metaValue(item.meta, '_wpml_import_language_code').trim()
  return (said && canonicalLocale(said)) || ofSite
}

/** What a text and its translations have in common; null: it is alone. */
export const translationGroup = (item: Filed): string | null =>
  slugOf(item, GROUP) || metaValue(item.meta, '_wpml_import_translation_group').trim() || null
