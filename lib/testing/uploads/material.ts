import { deflateRawSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { Random } from '@/lib/seed/random'

export type Base = { type: 'jpeg' | 'png' | 'gif' | 'webp'; bytes: Buffer }

/** In everything that must not be found again. */
export const MARK = 'hostile-mark-7f3a'

export type Payload = { what: string; extension: string; bytes: Buffer }

const text = (what: string, extension: string, words: string): Payload => ({
  what,
  extension,
  bytes: Buffer.from(words),
})

export const PAYLOADS: Payload[] = [
  text('HTML', 'html', `<!doctype html><html><body><script>alert('${MARK}')</script></body></html>`),
  text('a script', 'js', `*/=1;alert('${MARK}')/*`),
  text('PHP', 'php', `<?php system('echo ${MARK}'); __halt_compiler(); ?>`),
  text('SVG', 'svg', `<svg xmlns="http://www.w3.org/2000/svg"><script>alert('${MARK}')</script></svg>`),
  text(
    'PDF',
    'pdf',
    `%PDF-1.4\n1 0 obj<</JS(app.alert('${MARK}'))/S/JavaScript>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
  ),
  { what: 'ZIP', extension: 'zip', bytes: zip('x.html', `<script>alert('${MARK}')</script>`) },
  text('a server’s order', 'shtml', `<!--#exec cmd="echo ${MARK}" -->`),
]

/** A sound image of each kind that is taken; another with another seed. */
export async function bases(seed = 0): Promise<Base[]> {
  const image = drawing(seed)
  return [
    { type: 'jpeg', bytes: await image.clone().jpeg().toBuffer() },
    { type: 'png', bytes: await image.clone().png().toBuffer() },
    { type: 'gif', bytes: await image.clone().gif().toBuffer() },
    { type: 'webp', bytes: await image.clone().webp().toBuffer() },
  ]
}

/** Noise in colours of its own, which packs as badly as a photograph. */
export function drawing(seed: number, width = 240, height = 160): Sharp {
  const random = new Random(seed + 1)
  const [red, green, blue] = [random.below(200), random.below(200), random.below(200)]
  const data = Buffer.alloc(width * height * 3)
  for (let at = 0; at < data.length; at += 3) {
    const noise = random.below(56)
    data[at] = red + noise
    data[at + 1] = green + noise
    data[at + 2] = blue + noise
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

function zip(name: string, words: string): Buffer {
  const packed = deflateRawSync(Buffer.from(words))
  const header = Buffer.alloc(30)
  header.write('PK\x03\x04', 'latin1')
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(words.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name), packed, Buffer.from(MARK)])
}
