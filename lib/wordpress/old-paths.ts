import { decodeSlug } from './addresses'
import type { WxrMeta } from './wxr-record'

const DATED = /^\/\d{4}\/\d{2}\/\d{2}(?=\/)/

/** Addresses that a published post had before its slug or its date was changed. `path` is where it lives now. */
export function oldPaths(path: string, meta: readonly WxrMeta[]): string[] {
  const values = (key: string) =>
    meta.filter((one) => one.key === key && one.value.trim() !== '').map(({ value }) => value.trim())
  const withSlugs = [path, ...values('_wp_old_slug').map((slug) => withSlug(path, decodeSlug(slug)))]
  const days = values('_wp_old_date').filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))
  const withDates = DATED.test(path)
    ? days.flatMap((day) => withSlugs.map((one) => one.replace(DATED, `/${day.replaceAll('-', '/')}`)))
    : []
  return [...new Set([...withSlugs, ...withDates])].filter((one) => one !== path)
}

function withSlug(path: string, slug: string): string {
  return path.replace(/[^/]+(?=\/*$)/, () => slug)
}
