import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readExif } from './exif'
import { readIptc } from './iptc'
import { readSaid } from './said'
import { readXmp } from './xmp'

const set = (number: number, words: string) => {
  const bytes = new TextEncoder().encode(words)
  return [0x1c, 2, number, bytes.length >> 8, bytes.length & 255, ...bytes]
}
const block = (...sets: number[][]) =>
  new Uint8Array([...new TextEncoder().encode('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0'), ...sets.flat()])

const packet = (properties: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description ${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`

async function exifOf(tags: Record<string, string>, taken?: string): Promise<Uint8Array> {
  const blank = sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
  const photo = blank.withExif({ IFD0: tags, ...(taken && { IFD2: { DateTimeOriginal: taken } }) }).jpeg()
  const { exif } = await sharp(await photo.toBuffer()).metadata()
  return exif ?? new Uint8Array()
}

test('a camera says who holds it and when, and not where', async () => {
  const exif = await exifOf({ Artist: 'Idris Vane', Copyright: 'The Courier' }, '2026:11:14 08:12:00')
  expect(readExif(exif)).toEqual({
    ...{ artist: 'Idris Vane', description: '', copyright: 'The Courier' },
    takenAt: new Date('2026-11-14T08:12:00Z'),
  })
})

test('an agency says whose it is, in the letters of any language', () => {
  const iptc = block(set(80, 'إدريس فان'), set(80, 'Second'), set(110, 'Agence'), set(120, 'Le port à l’aube'))
  expect(readIptc(iptc)).toMatchObject({ byline: 'إدريس فان', credit: 'Agence', caption: 'Le port à l’aube' })
  expect(readIptc(new Uint8Array([0x1c, 2, 80, 0, 2, 0xe9, 0x65])).byline).toBe('ée')
})

test('a program says it as attributes, elements or lists, and where the licence is', () => {
  const xmp = packet(
    'photoshop:Credit="Tom &amp; Co"><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© T</rdf:li></rdf:Alt></dc:rights>' +
      '<photoshop:Source>Wire &#x263A;</photoshop:Source><exif:DateTimeOriginal>2026-11-14T08:12:00+01:00</exif:DateTimeOriginal>' +
      '<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>',
  )
  expect(readXmp(xmp)).toMatchObject({
    ...{ credit: 'Tom & Co', rights: '© T', source: 'Wire ☺', takenAt: new Date('2026-11-14T07:12:00Z') },
    licences: ['https://creativecommons.org/licenses/by/4.0/'],
  })
})

test('agencies are believed before programs, and programs before cameras', async () => {
  const exif = await exifOf({ Artist: 'Camera', ImageDescription: 'OLYMPUS DIGITAL CAMERA' })
  const xmp = packet(
    'photoshop:Credit="Wire"><cc:license rdf:resource="https://creativecommons.org/publicdomain/zero/1.0/"/>',
  )
  expect(readSaid({ exif, xmp, iptc: block(set(80, 'Idris Vane'), set(116, 'All\nrights\0')) })).toEqual({
    ...{ title: '', caption: '', credit: 'Idris Vane / Wire', origin: '', rights: 'All rights', licence: 'public' },
    takenAt: null,
  })
  expect(readSaid({ exif }).credit).toBe('Camera')
})

test('nonsense says nothing and harms nobody', () => {
  const nothing = { title: '', caption: '', credit: '', origin: '', rights: '', licence: '', takenAt: null }
  const hostile = [
    new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 255, 255, 0x3b, 1, 2, 0, 255, 255, 255, 255, 255, 255, 255, 255]),
    new Uint8Array([0x1c, 2, 80, 0x7f, 0xff]),
    new Uint8Array([0x4d, 0x4d]),
  ]
  for (const bytes of hostile)
    expect(readSaid({ exif: bytes, iptc: bytes, xmp: '<dc:rights>'.repeat(10) })).toEqual(nothing)
})

test('a clock that was never set says nothing', async () => {
  expect(readExif(await exifOf({}, '0000:01:01 00:00:00')).takenAt).toBeNull()
  expect(readExif(await exifOf({}, '1969:07:20 20:17:40')).takenAt).toEqual(new Date('1969-07-20T20:17:40Z'))
  expect(readXmp(packet('photoshop:DateCreated="0000-01-01T00:00:00Z">')).takenAt).toBeNull()
})
