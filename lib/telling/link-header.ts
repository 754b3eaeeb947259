export type HeaderLink = { target: string; rels: string[] }

/** The links of a Link header, of which there may be several, in their order (RFC 8288). */
export function parseLinkHeader(header: string): HeaderLink[] {
  return partAtCommas(header).flatMap((part) => {
    const match = /^\s*<([^>]*)>(.*)$/s.exec(part)
    if (!match) return []
    const [, target = '', parameters = ''] = match
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters)
    const rels = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    return [{ target: target.trim(), rels }]
  })
}

/** Commas also stand in addresses and in quotation marks; those part nothing. */
function partAtCommas(header: string): string[] {
  const parts: string[] = []
  let from = 0
  let within: '' | '>' | '"' = ''
  for (let at = 0; at < header.length; at++) {
    const sign = header[at]
    if (within) {
      if (sign === within) within = ''
    } else if (sign === '<') within = '>'
    else if (sign === '"') within = '"'
    else if (sign === ',') {
      parts.push(header.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, header.slice(from)]
}
