import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { acceptedCoding, isKnown } from './conditional'
import type { Encoded } from './encoded'
import type { Rendered } from './render'

/** Sends an answer as it is. */
export function send(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Rendered): void {
  const { 'transfer-encoding': _, connection: __, ...rest } = headers
  const length = status === 304 || status === 204 ? {} : { 'content-length': rest['content-length'] ?? body.length }
  res.writeHead(status, { ...rest, ...length })
  res.end(req.method === 'HEAD' ? undefined : body)
}

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
  const etag = encoded.etag(coding, packed.level)
  if (status === 200 && isKnown(req.headers['if-none-match'], encoded.hash)) {
    const { 'content-type': _, ...rest } = headers
    res.writeHead(304, { ...rest, etag, vary: 'Accept-Encoding' })
    res.end()
    return isRepacked
  }
  res.writeHead(status, {
    ...headers,
    ...(packed.level > 0 && { 'content-encoding': coding }),
    'content-length': packed.bytes.length,
    etag,
    vary: 'Accept-Encoding',
  })
  res.end(req.method === 'HEAD' ? undefined : packed.bytes)
  return isRepacked
}
