import { visibleText } from '@/lib/markup/characters'

/** What an export consists of, as its text says it: nothing is decoded, trimmed or guessed but by the XML reader. */
export type WxrRecord =
  | { kind: 'site'; fields: WxrFields }
  | { kind: 'author'; fields: WxrFields }
  | { kind: 'category'; fields: WxrFields }
  | { kind: 'tag'; fields: WxrFields }
  | { kind: 'term'; fields: WxrFields }
  | { kind: 'item'; item: WxrItem }
  /** More than MAX_ITEM_CHARACTERS: only its title is told. */
  | { kind: 'oversized'; title: string }

/** By element name without its prefix ("post_name"); the first of a name counts. */
export type WxrFields = ReadonlyMap<string, string>

export type WxrMeta = { key: string; value: string }
export type WxrTerm = { domain: string; slug: string; name: string }
export type WxrItem = { fields: WxrFields; terms: WxrTerm[]; meta: WxrMeta[]; comments: WxrFields[] }

/** A short text without the blanks around it and the characters nobody sees; "" where the export has none. */
export function field(fields: WxrFields, name: string): string {
  return visibleText(fields.get(name) ?? '').trim()
}

/** A number of the export's own ("post_id"), or 0. Numbers beyond 32 bits are none that WordPress gave. */
export function numberField(fields: WxrFields, name: string): number {
  const text = field(fields, name)
  const number = /^\d{1,10}$/.test(text) ? Number(text) : 0
  return number < 2 ** 31 ? number : 0
}
