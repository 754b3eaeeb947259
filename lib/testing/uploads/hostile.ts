import { gzipSync } from 'node:zlib'
import { Random } from '@/lib/seed/random'
import { bombs } from './bombs'
import { withGifComment, withJpegSegment, withPngChunk, withWebpChunk } from './bytes'
import { type Base, bases, MARK, PAYLOADS, type Payload } from './material'

export type Hostile = { what: string; name: string; bytes: Buffer }

/** 200 files that somebody who means ill might send: always the same ones. */
export async function hostileUploads(): Promise<Hostile[]> {
  const images = await bases()
  return [
    ...polyglots(images),
    ...(await bombs()),
    ...truncated(images),
    ...damaged(images),
    ...strangers(images),
    ...(await named()),
  ]
}

const file = (what: string, name: string, bytes: Buffer): Hostile => ({ what, name, bytes })

/** Images that are something else as well: in their metadata, behind their end, before their beginning. */
function polyglots(images: Base[]): Hostile[] {
  return images.flatMap((base) =>
    PAYLOADS.flatMap((payload) => [
      file(
        `${base.type} with ${payload.what} behind it`,
        `a.${payload.extension}`,
        Buffer.concat([base.bytes, payload.bytes]),
      ),
      file(`${payload.what} with ${base.type} behind it`, `a.${base.type}`, Buffer.concat([payload.bytes, base.bytes])),
      ...inside(base, payload),
    ]),
  )
}

function inside({ type, bytes }: Base, payload: Payload): Hostile[] {
  const said = (where: string, made: Buffer) => file(`${type} with ${payload.what} in ${where}`, `b.${type}`, made)
  const text = Buffer.concat([Buffer.from('Comment\0'), payload.bytes])
  if (type === 'png') return [said('its text', withPngChunk(bytes, 'tEXt', text))]
  if (type === 'gif') return [said('a comment', withGifComment(bytes, payload.bytes))]
  if (type === 'webp') return [said('XMP', withWebpChunk(bytes, 'XMP ', payload.bytes))]
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0', 'latin1'), payload.bytes])
  return [
    said('a comment', withJpegSegment(bytes, 0xfe, payload.bytes)),
    said('EXIF', withJpegSegment(bytes, 0xe1, exif)),
  ]
}

function truncated(images: Base[]): Hostile[] {
  return images.flatMap(({ type, bytes }) =>
    [0.02, 0.1, 0.3, 0.5, 0.7, 0.9].map((share) =>
      file(`${type} that ends after ${share * 100} %`, `c.${type}`, bytes.subarray(0, Math.ceil(bytes.length * share))),
    ),
  )
}

function damaged(images: Base[]): Hostile[] {
  return images.flatMap(({ type, bytes }, which) =>
    [1, 2, 3, 4, 5].map((seed) => {
      const random = new Random(which * 10 + seed)
      const changed = Buffer.from(bytes)
      for (let n = 0; n < 4 ** seed; n++) changed[16 + random.below(bytes.length - 16)] = random.below(256)
      return file(`${type} with ${4 ** seed} wrong bytes`, `d.${type}`, changed)
    }),
  )
}

/** What is no such image, by names and kinds that say it is. */
function strangers(images: Base[]): Hostile[] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${MARK}')"><script>${MARK}</script></svg>`
  const texts: [what: string, text: string][] = [
    ['SVG with a script', svg],
    [
      'SVG behind a declaration',
      `\ufeff<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg}`,
    ],
    ['HTML', `<!doctype html><script>alert('${MARK}')</script>`],
    ['a script that says JFIF', `/* JFIF PNG GIF89a WEBP */ alert('${MARK}')`],
    ['XML', `<?xml version="1.0"?><a>${MARK}</a>`],
    ['an order to ImageMagick', `push graphic-context\nfill 'url(https://${MARK}.example/)'`],
    ['PostScript', `%!PS\n(${MARK}) run`],
    ['a GIF in name only', `GIF89a=1;alert('${MARK}')//`],
    ['another GIF in name only', `GIF87a/*<script>${MARK}</script>*/`],
  ]
  const heads: [what: string, head: string][] = [
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['HEIF', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
    ['AVIF', '\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf'],
    ['a film', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['TIFF the other way round', 'MM\0*\0\0\0\x08'],
    ['BMP', 'BM\x36\0\0\0\0\0\0\0\x36\0\0\0'],
    ['an icon', '\0\0\x01\0\x01\0\x10\x10'],
    ['JPEG XL', '\xff\x0a\xfa\x1f'],
    ['JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n'],
    ['Photoshop', '8BPS\0\x01'],
    ['PDF', `%PDF-1.7\n${MARK}`],
    ['ZIP', `PK\x03\x04${MARK}`],
    ['a program', 'MZ\x90\0'],
    ['another program', '\x7fELF\x02\x01'],
  ]
  const jpeg = images[0]?.bytes ?? Buffer.alloc(0)
  return [
    ...texts.map(([what, text]) => file(what, 'e.jpg', Buffer.from(text))),
    file('SVG in two bytes a letter', 'e.png', Buffer.from(`\ufeff${svg}`, 'utf16le')),
    file('packed SVG', 'e.svgz', gzipSync(svg)),
    ...heads.map(([what, head]) =>
      file(what, 'f.jpg', Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(4_000)])),
    ),
    file('nothing', 'g.jpg', Buffer.alloc(0)),
    file('one byte', 'g.jpg', Buffer.from([0xff])),
    file('a megabyte of nulls', 'g.png', Buffer.alloc(1_000_000)),
    file('a JPEG behind one null', 'g.jpg', Buffer.concat([Buffer.alloc(1), jpeg])),
    file('more than may be', 'g.jpg', Buffer.concat([jpeg, Buffer.alloc(26 * 1024 * 1024)])),
  ]
}

const NAMES = [
  '../../../../etc/cron.d/x.jpg',
  '..\\..\\..\\windows\\x.jpg',
  '/etc/passwd',
  'x.jpg\0.html',
  'x.svg',
  'x.php.jpg',
  '.htaccess',
  'n'.repeat(3_000),
  '<script>alert(1)</script>.jpg',
  '\u202egpj.exe',
  'con',
  '\r\nset-cookie: a=b',
  '%2e%2e%2fx.html',
  '..',
]

/** Sound images with names that lead somewhere else. */
async function named(): Promise<Hostile[]> {
  const made: Hostile[] = []
  for (const [i, name] of NAMES.entries()) {
    const [image] = await bases(i + 1)
    if (image) made.push(file(`a name like ${JSON.stringify(name.slice(0, 40))}`, name, image.bytes))
  }
  return made
}
