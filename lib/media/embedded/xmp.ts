// What Adobe's programs and their kin write into a picture: a packet of XML (ISO 16684-1). Looked through for the few
// properties that are wanted, and never parsed as a whole: nothing in it is followed.

import { momentOf } from './moment'

export type Xmp = {
  title: string
  creator: string
  description: string
  rights: string
  terms: string
  credit: string
  source: string
  /** Addresses of a licence. */
  licences: string[]
  takenAt: Date | null
}

const LONGEST = 256 * 1024

export function readXmp(packet: string): Xmp {
  const xml = packet.slice(0, LONGEST)
  const text = (name: string) => valueIn(xml, name)
  const taken = text('exif:DateTimeOriginal') || text('photoshop:DateCreated')
  return {
    title: text('dc:title'),
    creator: text('dc:creator'),
    description: text('dc:description'),
    rights: text('dc:rights'),
    terms: text('xmpRights:UsageTerms'),
    credit: text('photoshop:Credit'),
    source: text('photoshop:Source'),
    licences: [text('xmpRights:WebStatement'), text('cc:license'), text('plus:LicensorURL')].filter(Boolean),
    takenAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(taken) ? momentOf(withZone(taken)) : null,
  }
}

const withZone = (moment: string): string => (/(?:Z|[+-]\d\d:\d\d)$/.test(moment) ? moment : `${moment}Z`)

/** As an attribute, as an element, or as the first of a list; empty where it is not said. */
function valueIn(xml: string, name: string): string {
  const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"<]{0,4000})"|'([^'<]{0,4000})')`).exec(xml)
  if (attribute) return unescaped(attribute[1] ?? attribute[2] ?? '')
  const open = new RegExp(`<${name}((?:\\s[^>]{0,500})?)>`).exec(xml)
  if (!open) return resourceOf(new RegExp(`<${name}\\s([^>]{0,1000})/>`).exec(xml)?.[1] ?? '')
  const rest = xml.slice(open.index + open[0].length, open.index + open[0].length + 8_000)
  const inside = rest.split(`</${name}>`)[0] ?? ''
  const item = /<rdf:li(?:\s[^>]{0,200})?>([^<]{0,4000})</.exec(inside)
  return unescaped(item ? (item[1] ?? '') : inside.includes('<') ? '' : inside) || resourceOf(open[1] ?? '')
}

const resourceOf = (attributes: string): string =>
  unescaped(/rdf:resource\s*=\s*"([^"<]{0,1000})"/.exec(attributes)?.[1] ?? '')

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (said: string): string =>
  said.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, named) => {
    if (named) return ENTITIES[String(named).toLowerCase()] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
