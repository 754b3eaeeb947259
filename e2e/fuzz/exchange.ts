import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Invented } from './invented'

/** What came back; status 0: nothing did. */
export type Answer = { status: number; head: string; body: string; late: boolean }

const PATIENCE_MS = 20_000

/** Sends the bytes on a connection of their own and waits until it is closed. */
export function exchange(port: number, { bytes, leaves }: Invented): Promise<Answer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let late = false
    const socket = connect(port, '127.0.0.1')
    const timer = setTimeout(() => {
      late = true
      socket.destroy()
    }, PATIENCE_MS)
    socket.on('connect', () => {
      socket.write(bytes, () => {
        if (leaves === 'halves') socket.end()
        if (leaves === 'vanishes') setTimeout(() => socket.destroy(), 5)
      })
    })
    socket.on('data', (chunk) => chunks.push(chunk))
    // Refused in the middle of what was sent.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ ...parse(Buffer.concat(chunks)), late })
    })
  })
}

function parse(bytes: Buffer): Omit<Answer, 'late'> {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return { status: 0, head: '', body: bytes.toString('latin1') }
  const head = bytes.toString('latin1', 0, end).toLowerCase()
  const status = Number(/^http\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0)
  const rest = bytes.subarray(end + 4)
  if (status === 100) return parse(rest)
  return { status, head, body: readable(head, rest) }
}

function readable(head: string, body: Buffer): string {
  if (body.length === 0) return ''
  try {
    if (head.includes('content-encoding: gzip')) return gunzipSync(body).toString()
    if (head.includes('content-encoding: br')) return brotliDecompressSync(body).toString()
  } catch {
    return 'UNREADABLE'
  }
  return body.toString()
}
