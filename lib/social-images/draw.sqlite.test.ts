import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { passingFolder } from '@/lib/testing/passing-folder'
import { SOCIAL_FILE } from './address'
import { drawSocialImages } from './draw-process'
import type { SocialText } from './text'

const english: SocialText = {
  headline: 'The last boat',
  category: 'Harbour',
  site: 'The Post',
  locale: 'en',
  dir: 'ltr',
}
const arabic: SocialText = {
  headline: 'عبارة منتصف الليل',
  category: 'البحر',
  site: 'الجريدة',
  locale: 'ar',
  dir: 'rtl',
}

async function drawn(text: SocialText, fonts?: string): Promise<string> {
  const folder = passingFolder('drawn')
  await drawSocialImages([{ text, folder }], false, fonts)
  return join(folder, SOCIAL_FILE)
}

/** From where to where there is ink, between two heights. */
async function inkIn(file: string, top: number, height: number): Promise<{ left: number; right: number; ink: number }> {
  const { data, info } = await sharp(file)
    .extract({ left: 0, top, width: 1200, height })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let [left, right, ink] = [info.width, -1, 0]
  for (const [at, value] of data.entries()) {
    if (value > 128) continue
    const x = at % info.width
    ;[left, right, ink] = [Math.min(left, x), Math.max(right, x), ink + 1]
  }
  return { left, right, ink }
}
const headlineIn = (file: string) => inkIn(file, 150, 330)

test('it is as large as it says, small to send, and begins where its language does', async () => {
  const [left, right] = await Promise.all([drawn(english), drawn(arabic)])
  for (const file of [left, right]) {
    const { format, width, height, size } = await sharp(await sharp(file).toBuffer()).metadata()
    expect([format, width, height]).toEqual(['png', 1200, 630])
    expect(size).toBeLessThan(60_000)
  }
  expect((await headlineIn(left)).left).toBeLessThan(90)
  expect((await headlineIn(left)).right).toBeLessThan(900)
  expect((await headlineIn(right)).right).toBeGreaterThan(1110)
  expect((await headlineIn(right)).left).toBeGreaterThan(300)
})

test('letters are the shipped ones: without them nothing can be read', async () => {
  const folder = passingFolder('no-fonts')
  mkdirSync(join(folder, 'empty'))
  const conf = join(folder, 'fonts.conf')
  writeFileSync(conf, `<fontconfig><dir>${join(folder, 'empty')}</dir></fontconfig>`)
  const [with_, without] = await Promise.all([drawn(arabic), drawn(arabic, conf).then(headlineIn, () => null)])
  expect((await headlineIn(with_)).ink).toBeGreaterThan(5_000)
  expect(without?.ink ?? 0).not.toBe((await headlineIn(with_)).ink)
})

test('Arabic and Persian letters are joined', async () => {
  const width = async (headline: string) => {
    const { left, right } = await headlineIn(await drawn({ ...arabic, locale: 'fa', headline }))
    return right - left
  }
  const word = 'پنجره'
  const joined = await width(word)
  const apart = await width([...word].join('\u200c'))
  expect(apart).toBeGreaterThan(joined * 1.15)
})

test('a headline that begins with Latin letters stays where its article begins', async () => {
  const { right } = await headlineIn(await drawn({ ...arabic, headline: 'BBC تعلن عن عبارة' }))
  expect(right).toBeGreaterThan(1110)
})

test('several are drawn in one process, each as it would be alone; one that fails keeps no other from it', async () => {
  const folders = ['one', 'two'].map((name) => passingFolder(name))
  const [one = '', two = ''] = folders
  const orders = [
    { text: english, folder: one },
    { text: english, folder: join(one, 'nowhere') },
    { text: arabic, folder: two },
  ]
  await expect(drawSocialImages(orders, true)).rejects.toThrow('The last boat')
  const alone = await Promise.all([drawn(english), drawn(arabic)])
  for (const [i, folder] of folders.entries()) {
    expect(readFileSync(join(folder, SOCIAL_FILE)).equals(readFileSync(alone[i] ?? ''))).toBe(true)
  }
})

test('the longest headline fits, and what looks like markup is drawn as it is written', async () => {
  const long = await drawn({ ...english, headline: `<b>&amp; ${'a very long headline '.repeat(12)}`.slice(0, 240) })
  const unbroken = await drawn({ ...english, headline: 'W'.repeat(240) })
  for (const file of [long, unbroken]) {
    const { left, right } = await headlineIn(file)
    expect([left >= 78, right <= 1122]).toEqual([true, true])
    // Between headline and the site's name nothing is drawn.
    expect((await inkIn(file, 490, 20)).ink).toBe(0)
  }
  const { ink } = await headlineIn(await drawn({ ...english, headline: '<b>x</b>' }))
  expect(ink).toBeGreaterThan((await headlineIn(await drawn({ ...english, headline: 'x' }))).ink * 2)
})
