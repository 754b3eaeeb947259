import { request } from 'node:http'
import type { UploadAnswer } from '@/lib/media/upload'

/**
 * Sends a file as the newsroom's page does, on a connection of its own. An answer that comes before everything was sent
 * counts, as it does in a browser.
 */
export function sendUpload(
  url: string,
  cookie: string,
  name: string,
  bytes: Buffer,
  headers: Record<string, string> = {},
): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const req = request(`${url}/admin/media/upload/`, {
      method: 'POST',
      agent: false,
      headers: {
        cookie,
        origin: url,
        'content-length': bytes.length,
        'x-file-name': encodeURIComponent(name.toWellFormed()),
        ...headers,
      },
    })
    req.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (words: string) => {
        text += words
      })
      response.on('end', () => {
        try {
          resolve(JSON.parse(text) as UploadAnswer)
        } catch {
          reject(new Error(`answered ${response.statusCode}: ${text.slice(0, 200)}`))
        }
        req.destroy()
      })
    })
    req.on('error', reject)
    req.end(bytes)
  })
}
