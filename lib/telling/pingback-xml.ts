import sax from 'sax'
import { escapeXml } from '@/lib/markup/escape'

/** What was called, with the texts that it was given; null for what is no call. */
export type Call = { method: string; texts: string[] }

/** Reads an XML-RPC call as far as pingbacks need it: a value is a text, with `<string>` around it or without. */
export function readCall(xml: string): Call | null {
  const call: Call = { method: '', texts: [] }
  const open: string[] = []
  let text = ''
  const parser = sax.parser(true)
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = ({ name }) => {
    open.push(name)
    text = ''
  }
  parser.ontext = (part) => {
    text += part
  }
  parser.oncdata = parser.ontext
  parser.onclosetag = (name) => {
    const above = open.at(-2)
    if (name === 'methodName' && above === 'methodCall') call.method = text.trim()
    if (name === 'string' || (name === 'value' && above === 'param' && text.trim())) call.texts.push(text.trim())
    open.pop()
    text = ''
  }
  try {
    parser.write(xml).close()
  } catch {
    return null // not well-formed
  }
  return call.method ? call : null
}

/** What pingbacks and XML-RPC have numbers for (hixie.ch/specs/pingback, xmlrpc-epi). */
export const FAULTS = {
  noCall: [-32700, 'This is no XML-RPC call.'],
  noMethod: [-32601, 'Only pingback.ping is answered here.'],
  parameters: [-32602, 'pingback.ping takes two addresses: of the page that links, and of the page that it links to.'],
  source: [16, 'The page that links has no address that can be read.'],
  target: [32, 'There is no such page here.'],
  closed: [33, 'Pingbacks to this page are not taken.'],
  known: [48, 'This pingback is known already.'],
  busy: [49, 'There are too many at the moment. Try again later.'],
} as const
export type Fault = keyof typeof FAULTS

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

export function faultAnswer(fault: Fault): string {
  const [code, said] = FAULTS[fault]
  const member = (name: string, value: string) => `<member><name>${name}</name><value>${value}</value></member>`
  const struct =
    member('faultCode', `<int>${code}</int>`) + member('faultString', `<string>${escapeXml(said)}</string>`)
  return `${HEAD}<methodResponse><fault><value><struct>${struct}</struct></value></fault></methodResponse>\n`
}

export const doneAnswer = (said: string): string =>
  `${HEAD}<methodResponse><params><param><value><string>${escapeXml(said)}</string></value></param></params></methodResponse>\n`
