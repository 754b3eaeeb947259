import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { exportFile, item, wxr } from '@/lib/testing/wxr'
import { ImportRefusal } from './refusal'
import { readWxr } from './wxr-reader'
import type { WxrRecord } from './wxr-record'

const whole = wxr({ items: [item(1), item(2, { fields: { title: 'مد و جزر 🌊' } })] })

async function read(file: string) {
  const told = { bytes: 0, faults: -1 }
  const records: WxrRecord[] = []
  const telling = {
    read: (bytes: number) => {
      told.bytes = bytes
    },
    faults: (count: number) => {
      told.faults = count
    },
  }
  for await (const record of readWxr(file, telling)) records.push(record)
  return { records, told }
}

/** The one sentence that a file is refused with. */
async function refusalOf(content: string | Uint8Array, name?: string): Promise<string> {
  const error: unknown = await read(exportFile(content, name)).catch((error: unknown) => error)
  if (!(error instanceof ImportRefusal)) throw new Error(`not refused: ${error}`)
  return error.message
}

test('plain or gzip, whatever it is called, it is the same export', async () => {
  const plain = await read(exportFile(whole))
  expect(plain.records.map(({ kind }) => kind)).toEqual(['site', 'item', 'item'])
  expect(plain.told).toEqual({ bytes: Buffer.byteLength(whole), faults: 0 })
  const packed = gzipSync(whole)
  const gzip = await read(exportFile(packed, 'export.xml.gz'))
  expect(gzip.records).toEqual(plain.records)
  expect(gzip.told.bytes).toBe(packed.length)
  expect((await read(exportFile(packed, 'export.xml'))).records).toEqual(plain.records)
  const twice = Buffer.concat([gzipSync(whole.slice(0, 900)), gzipSync(whole.slice(900))])
  expect((await read(exportFile(twice, 'two-members.gz'))).records).toEqual(plain.records)
})

test('a letter of several bytes may be cut by the end of a chunk', async () => {
  // 64 KB are read at once; whatever stands there, one of the four begins in the middle of a letter.
  for (const shift of [0, 1, 2, 3]) {
    const body = `${'.'.repeat(shift)}${'🌊'.repeat(40_000)}`
    const { records } = await read(exportFile(wxr({ items: [item(1, { fields: { 'content:encoded': body } })] })))
    const [, first] = records
    expect(first?.kind === 'item' && first.item.fields.get('content') === body).toBe(true)
  }
})

test('a byte order mark and an empty line before the declaration do no harm', async () => {
  expect((await read(exportFile(`\ufeff\n${whole}`))).records).toHaveLength(3)
})

test('bytes that are no UTF-8 become the sign for what cannot be shown', async () => {
  const bytes = Buffer.from(whole.replace('Tide 1', 'Tide \u00ff'), 'latin1')
  const [, first] = (await read(exportFile(bytes))).records
  expect(first?.kind === 'item' && first.item.fields.get('title')).toBe('Tide \ufffd')
})

test('what is wrong inside is counted, not refused', async () => {
  expect((await read(exportFile(whole.replace('<title><![CDATA[Tide 1]]>', '<title>A&B')))).told.faults).toBe(1)
})

const gzip = gzipSync(whole)
const spoiled = Buffer.from(gzip)
spoiled[40] = (spoiled[40] ?? 0) ^ 0xff

test.each([
  ['nothing', '', 'a.xml', 'a.xml is empty.'],
  ['blanks', ' \n ', 'a.xml', 'a.xml is no XML; '],
  ['a text', 'Dear reader', 'a.xml', 'a.xml is no XML; '],
  ['JSON', '{"posts":[]}', 'a.xml', 'a.xml is no XML; '],
  ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a.xml', 'a.xml is no XML; '],
  ['a page', '<!doctype html><html><body><p>Not found</p></body></html>', 'a.xml', 'a.xml begins with <html>; '],
  ['an Atom feed', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'a.xml', 'a.xml begins with <feed>; '],
  ['an RSS feed', '<rss><channel><item></item></channel></rss>', 'a.xml', 'a.xml is a feed, but no WordPress export'],
  ['half an export', whole.slice(0, whole.length / 2), 'a.xml', 'a.xml ends in the middle: export it again'],
  ['all but the last tag', whole.slice(0, whole.lastIndexOf('</rss>')), 'a.xml', 'a.xml ends in the middle'],
  ['half a gzip file', gzip.subarray(0, gzip.length / 2), 'a.gz', 'a.gz ends in the middle: download it again.'],
  ['a spoiled gzip file', spoiled, 'a.gz', 'a.gz cannot be unpacked: '],
  ['half an export, packed', gzipSync(whole.slice(0, 2_000)), 'a.gz', 'a.gz ends in the middle: export it again'],
  ['a name that says gzip', whole, 'a.xml.gz', 'a.xml.gz is no gzip file.'],
  ['a zip file', Buffer.from('PK\u0003\u0004'), 'a.zip', 'a.zip is a zip file: unpack it first.'],
  ['UTF-16', Buffer.from(`\ufeff${whole}`, 'utf16le'), 'a.xml', 'a.xml is UTF-16; '],
  ['another encoding', whole.replace('UTF-8', 'windows-1256'), 'a.xml', 'a.xml says it is windows-1256; '],
  ['a tower of elements', '<rss>'.repeat(5_000), 'a.xml', 'a.xml nests elements by the thousand'],
])('%s is refused with one sentence', async (_, content, name, sentence) => {
  const refusal = await refusalOf(content, name)
  expect(refusal.startsWith(sentence)).toBe(true)
  expect(refusal).not.toContain('\n')
})

test('a file that is not there, and a folder', async () => {
  await expect(read('/nowhere/export.xml')).rejects.toThrow(new ImportRefusal('There is no file /nowhere/export.xml.'))
  const folder = mkdtempSync(`${tmpdir()}/broadsheet-wxr-`)
  await expect(read(folder)).rejects.toThrow(/^broadsheet-wxr-\w+ is no file\.$/)
})

test.each(['plain', 'gzip'])('nothing is read ahead of who asks, and who stops closes the file (%s)', async (kind) => {
  const body = () => Array.from({ length: 10_000 }, () => Math.random().toString(36)).join(' ')
  const large = wxr({
    items: Array.from({ length: 40 }, (_, i) => item(i + 1, { fields: { 'content:encoded': body() } })),
  })
  const content = kind === 'gzip' ? gzipSync(large) : Buffer.from(large)
  let bytes = 0
  const reading = readWxr(exportFile(content), {
    read: (now) => {
      bytes = now
    },
    faults: () => undefined,
  })
  await reading.next()
  await reading.next()
  expect(bytes).toBeLessThan(content.length / 4)
  await reading.return(undefined)
  // What was on its way may still come; an open file would be read to its end meanwhile.
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
  expect(bytes).toBeLessThan(content.length / 4)
})
