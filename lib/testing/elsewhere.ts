import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Reach } from '@/lib/http/fetch-outside'

export type Heard = { method: string; path: string; type: string; body: string }

/** Other sites: one server of this process, under whatever names a test gives it. */
export type Elsewhere = {
  /** "http://other.example:12345": under this name or any other that ends so. */
  url: string
  /** Everything that was asked, in order. */
  heard: Heard[]
  /** What is answered at a path; 404 where nothing is. */
  pages: Map<string, (res: ServerResponse, req: IncomingMessage) => void>
  /** Knows the names, and reaches this server alone; all else is as in the product. */
  reach: Reach
  close(): Promise<void>
}

export async function startElsewhere(): Promise<Elsewhere> {
  const heard: Heard[] = []
  const pages: Elsewhere['pages'] = new Map()
  const server = createServer(async (req, res) => {
    const { method = '', url: path = '', headers } = req
    heard.push({ method, path, type: headers['content-type'] ?? '', body: await text(req) })
    const page = pages.get(path)
    if (page) page(res, req)
    else res.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://other.example:${own}`,
    heard,
    pages,
    reach: {
      resolve: async (name) => [{ address: name.endsWith('other.example') ? '127.0.0.1' : '10.0.0.1', family: 4 }],
      mayReach: (address, port) => address === '127.0.0.1' && port === own,
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A page of HTML, for `Elsewhere.pages`. */
export const html =
  (body: string, headers: Record<string, string> = {}) =>
  (res: ServerResponse): void => {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  }
