import type { OutsideAnswer } from './fetch-outside'

/** Of the media type that an answer says it is. */
export const mediaTypeOf = ({ headers }: Pick<OutsideAnswer, 'headers'>): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/** How far a page is looked into for its own word on its letters (HTML, 13.2.3.2). */
const DECLARED_WITHIN = 1_024

/** An answer's text in the letters that its header or its own head names; else in UTF-8. */
export function textOfAnswer({ headers, body }: Pick<OutsideAnswer, 'headers' | 'body'>): string {
  const within = body.subarray(0, DECLARED_WITHIN).toString('latin1')
  const names = [
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1],
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(within)?.[1],
  ]
  return decoderOf(names.find((name) => name !== undefined)).decode(body)
}

function decoderOf(name = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(name)
  } catch {
    return new TextDecoder() // a name that nobody gave to anything
  }
}
