// The process that draws social images with sharp's pango and the letters in fonts/, and with no others: FONTCONFIG_FILE of
// its environment says so. node draw.mjs '[{"text":{…},"folder":"…"}]'
// What cannot be drawn is said, and keeps it from no other.
import { open } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { SOCIAL_FILE, SOCIAL_SIZE } from './address'
import type { DrawOrder } from './draw-process'
import type { SocialText } from './text'

/** As on paper: the reader pages' own colours by day. */
const PAPER = '#ffffff'
const INK = '#17191b'
const SOFT = '#585d60'
const ACCENT = '#b0122c'

const FAMILIES = 'Noto Serif,Noto Naskh Arabic'
const MARGIN = 80
const BAR = 14
const WIDTH = SOCIAL_SIZE.width - 2 * MARGIN
const HEADLINE = { top: 150, height: 330, sizes: [84, 76, 68, 60, 54, 48, 42] }

type Drawn = { input: Buffer; raw: { width: number; height: number; channels: 4 } }
type Letters = { size: number; colour: string }
type Script = Pick<SocialText, 'locale' | 'dir'>

/** Arabic letters are smaller of the same size. */
const SCALE = { rtl: 1.12, ltr: 1 }

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Its direction is the article's, whatever letter the words begin with. */
async function draw(words: string, { locale, dir }: Script, { size, colour }: Letters): Promise<Drawn> {
  const marked = (dir === 'rtl' ? '\u200f' : '\u200e') + escaped(words)
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" lang="${locale}">${marked}</span>`,
      font: `${FAMILIES} Bold ${Math.round(size * SCALE[dir])}`,
      width: WIDTH,
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
      spacing: -Math.round(size * 0.12),
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { input: data, raw: { width: info.width, height: info.height, channels: 4 } }
}

/** As large as it fits; of one that never does its first words. */
async function drawHeadline(text: SocialText): Promise<Drawn> {
  const fits = ({ raw }: Drawn) => raw.height <= HEADLINE.height && raw.width <= WIDTH
  for (const size of HEADLINE.sizes) {
    const drawn = await draw(text.headline, text, { size, colour: INK })
    if (fits(drawn)) return drawn
  }
  const words = text.headline.split(' ')
  const size = HEADLINE.sizes.at(-1) ?? 0
  for (let count = words.length - 1; count > 1; count--) {
    const drawn = await draw(`${words.slice(0, count).join(' ')}…`, text, { size, colour: INK })
    if (fits(drawn)) return drawn
  }
  return draw(`${[...text.headline].slice(0, 60).join('')}…`, text, { size, colour: INK })
}

/** Where a line begins: at the left or at the right, as the script does. */
const place = (drawn: Drawn, top: number, { dir }: Script) => ({
  ...drawn,
  top,
  left: dir === 'rtl' ? SOCIAL_SIZE.width - MARGIN - drawn.raw.width : MARGIN,
})

const box = (width: number, height: number, background: string) => ({
  create: { width, height, channels: 3 as const, background },
})

async function makeImage({ text, folder }: DrawOrder): Promise<void> {
  const category = text.category ? await draw(text.category, text, { size: 34, colour: ACCENT }) : null
  const headline = await drawHeadline(text)
  const site = text.site ? await draw(text.site, text, { size: 32, colour: SOFT }) : null
  const bottom = SOCIAL_SIZE.height - 64
  const bytes = await sharp(box(SOCIAL_SIZE.width, SOCIAL_SIZE.height, PAPER))
    .composite([
      { input: box(SOCIAL_SIZE.width, BAR, ACCENT), top: 0, left: 0 },
      ...(category ? [place(category, 76, text)] : []),
      place(headline, category ? HEADLINE.top : 96, text),
      ...(site ? [place(site, bottom - site.raw.height, text)] : []),
    ])
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toBuffer()
  const handle = await open(join(folder, SOCIAL_FILE), 'wx')
  try {
    await handle.writeFile(bytes)
    // On the disk before anybody is told of it.
    await handle.sync()
  } finally {
    await handle.close()
  }
}

// Nobody waits for it.
setPriority(constants.priority.PRIORITY_LOW)
sharp.cache(false)
sharp.concurrency(1)
for (const order of JSON.parse(process.argv[2] ?? '[]') as DrawOrder[]) {
  try {
    await makeImage(order)
  } catch (error) {
    console.error(`“${order.text.headline}”`, error)
    process.exitCode = 1
  }
}
