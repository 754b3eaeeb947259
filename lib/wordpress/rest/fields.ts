/** The first parts and whole names of "_fields=id,title.rendered"; null: everything. */
export type Fields = ReadonlySet<string> | null

export function readFields(query: URLSearchParams): Fields {
  const said = [...query.entries()].flatMap(([name, value]) => (/^_fields(?:\[\d*\])?$/.test(name) ? [value] : []))
  const names = said.flatMap((value) => value.split(/[\s,]+/)).filter(Boolean)
  return names.length ? new Set(names) : null
}

/** True where a field is asked for, whole or in part: what costs much is not made for nobody. */
export const wants = (fields: Fields, name: string): boolean =>
  fields === null || [...fields].some((field) => field === name || field.startsWith(`${name}.`))

/** The object with the fields that are asked for: "title" whole, of "title.rendered" that part alone. */
export function pick<T extends object>(object: T, fields: Fields): Partial<T> {
  if (fields === null) return object
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      if (fields.has(name)) return [[name, value]]
      const below = [...fields].flatMap((field) => (field.startsWith(`${name}.`) ? [field.slice(name.length + 1)] : []))
      if (!below.length || typeof value !== 'object' || value === null || Array.isArray(value)) return []
      const part = pick(value, new Set(below))
      return Object.keys(part).length ? [[name, part]] : []
    }),
  ) as Partial<T>
}

/** Which links are drawn out: "_embed" all of them, "_embed=author,wp:term" those. Null: none. */
export function readEmbeds(query: URLSearchParams): ((rel: string) => boolean) | null {
  const said = [...query.entries()].flatMap(([name, value]) => (/^_embed(?:\[\d*\])?$/.test(name) ? [value] : []))
  if (!said.length) return null
  const rels = said.flatMap((value) => value.split(/[\s,]+/)).filter((rel) => rel && rel !== '1' && rel !== 'true')
  return rels.length ? (rel) => rels.includes(rel) : () => true
}
