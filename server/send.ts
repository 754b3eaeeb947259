import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { acceptedCoding, isKnown, isUnmodified } from './conditional'
import { type Coding, Encoded, type Packed } from './encoded'
import { ONE_READERS, READER_HEADERS } from './headers'
import type { Rendered } from './render'

/** Sends an answer as it is. */
export function send(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Rendered): void {
  // The length is that of what is sent: a page may have been cut since it said its own.
  const { 'transfer-encoding': _, connection: __, 'content-length': ___, ...rest } = headers
  const isHead = req.method === 'HEAD'
  // Whoever was asked for the head alone may have drawn no body, whose length nobody knows then.
  const hasLength = status !== 304 && status !== 204 && !(isHead && body.length === 0)
  res.writeHead(status, { ...rest, ...(hasLength && { 'content-length': body.length }) })
  res.end(isHead ? undefined : body)
}

/** Sends what is one reader's own: packed for them while they wait, kept by nobody and known by no tag. */
export async function sendPersonal(
  req: IncomingMessage,
  res: ServerResponse,
  rendered: Rendered,
  headersOfKind: OutgoingHttpHeaders = { ...READER_HEADERS, 'cache-control': ONE_READERS },
): Promise<void> {
  const { etag: _, ...own } = rendered.headers
  const coding = acceptedCoding(req.headers['accept-encoding'])
  const { bytes, level } = await new Encoded(rendered.body).in(coding)
  const headers = {
    ...own,
    ...headersOfKind,
    ...(level > 0 && { 'content-encoding': coding }),
    vary: 'Accept-Encoding',
  }
  send(req, res, { status: rendered.status, headers, body: bytes })
}

/** Of something that is kept, in one of its codings. */
export const encodedHeaders = (
  headers: OutgoingHttpHeaders,
  encoded: Encoded,
  coding: Coding,
  { bytes, level }: Packed,
): OutgoingHttpHeaders => ({
  ...headers,
  ...(level > 0 && { 'content-encoding': coding }),
  'content-length': bytes.length,
  etag: encoded.etag(coding, level),
  vary: 'Accept-Encoding',
})

/**
 * Sends what is kept in several codings in the one its reader takes best, or says that the reader has it already. True where
 * that coding had to be made.
 */
export async function sendEncoded(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  encoded: Encoded,
): Promise<boolean> {
  const coding = acceptedCoding(req.headers['accept-encoding'])
  const atHand = encoded.atHand(coding)
  const packed = atHand ?? (await encoded.in(coding))
  const isRepacked = atHand === undefined
  const { 'if-none-match': tags, 'if-modified-since': since } = req.headers
  // Who names a tag is asked for nothing else (RFC 9110, 13.1.3).
  const hasIt = tags === undefined ? isUnmodified(since, headers['last-modified']) : isKnown(tags, encoded.hash)
  if (status === 200 && hasIt) {
    const etag = encoded.etag(coding, packed.level)
    const { 'content-type': _, ...rest } = headers
    res.writeHead(304, { ...rest, etag, vary: 'Accept-Encoding' })
    res.end()
    return isRepacked
  }
  res.writeHead(status, encodedHeaders(headers, encoded, coding, packed))
  res.end(req.method === 'HEAD' ? undefined : packed.bytes)
  return isRepacked
}
