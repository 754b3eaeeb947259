import { createHmac } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** An authenticator app that was shown `uri` (RFC 6238, as apps do it: SHA-1, six digits, half a minute). */
export function authenticator(uri: string): { code(step?: number): string } {
  const secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '')
  return {
    /** The code it shows; `step` is how many half minutes its clock is off. */
    code(step = 0) {
      const counter = Buffer.alloc(8)
      counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step))
      const mac = createHmac('sha1', secret).update(counter).digest()
      const offset = (mac.at(-1) ?? 0) & 15
      return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
    },
  }
}

function fromBase32(text: string): Buffer {
  const letters = [...text.replace(/=+$/, '')]
  const bits = letters.map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
