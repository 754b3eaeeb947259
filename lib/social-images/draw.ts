// The process that draws a social image with sharp's pango and the letters in fonts/, and with no others: FONTCONFIG_FILE of
// its environment says so. node draw.mjs '{"text":{…},"folder":"…"}'
// It says what it has made in one line of JSON.
import { writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { SOCIAL_FILE, SOCIAL_SIZE } from './address'
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

const { text, folder } = JSON.parse(process.argv[2] ?? '{}') as { text: SocialText; folder: string }
const isRtl = text.dir === 'rtl'
/** Arabic letters are smaller of the same size. */
const SCALE = isRtl ? 1.12 : 1

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Its direction is the article's, whatever letter the words begin with. */
async function draw(words: string, { size, colour }: Letters): Promise<Drawn> {
  const marked = (isRtl ? '\u200f' : '\u200e') + escaped(words)
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" lang="${text.locale}">${marked}</span>`,
      font: `${FAMILIES} Bold ${Math.round(size * SCALE)}`,
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
async function drawHeadline(): Promise<Drawn> {
  const fits = ({ raw }: Drawn) => raw.height <= HEADLINE.height && raw.width <= WIDTH
  for (const size of HEADLINE.sizes) {
    const drawn = await draw(text.headline, { size, colour: INK })
    if (fits(drawn)) return drawn
  }
  const words = text.headline.split(' ')
  const size = HEADLINE.sizes.at(-1) ?? 0
  for (let count = words.length - 1; count > 1; count--) {
    const drawn = await draw(`${words.slice(0, count).join(' ')}…`, { size, colour: INK })
    if (fits(drawn)) return drawn
  }
  return draw(`${[...text.headline].slice(0, 60).join('')}…`, { size, colour: INK })
}

/** Where a line begins: at the left or at the right, as the script does. */
const place = (drawn: Drawn, top: number) => ({
  ...drawn,
  top,
  left: isRtl ? SOCIAL_SIZE.width - MARGIN - drawn.raw.width : MARGIN,
})

const box = (width: number, height: number, background: string) => ({
  create: { width, height, channels: 3 as const, background },
})

setPriority(15)
sharp.cache(false)
sharp.concurrency(1)
const [category, headline, site] = [
  text.category ? await draw(text.category, { size: 34, colour: ACCENT }) : null,
  await drawHeadline(),
  text.site ? await draw(text.site, { size: 32, colour: SOFT }) : null,
]
const bottom = SOCIAL_SIZE.height - 64
const bytes = await sharp(box(SOCIAL_SIZE.width, SOCIAL_SIZE.height, PAPER))
  .composite([
    { input: box(SOCIAL_SIZE.width, BAR, ACCENT), top: 0, left: 0 },
    ...(category ? [place(category, 76)] : []),
    place(headline, category ? HEADLINE.top : 96),
    ...(site ? [place(site, bottom - site.raw.height)] : []),
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
writeSync(1, `${JSON.stringify({ ...SOCIAL_SIZE, bytes: bytes.length })}\n`)
