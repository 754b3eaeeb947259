import { type Licence, licenceAt } from '@/lib/media/licences'
import { readExif } from './exif'
import { readIptc } from './iptc'
import { readXmp } from './xmp'

/** What a picture says of itself, as its first words in the library. */
export type Said = {
  title: string
  caption: string
  credit: string
  origin: string
  rights: string
  licence: Licence | ''
  takenAt: Date | null
}

/** What cameras write of their own accord, and nobody has said. */
const OF_THE_CAMERA =
  /^(?:olympus digital camera|sony dsc|samsung|dcim|img_?\d+|dsc_?\d+|default|untitled|[-_.\s\d]+)$/i

type Parts = { exif?: Uint8Array | undefined; iptc?: Uint8Array | undefined; xmp?: string | undefined }

/** Agencies' words before those of programs, and those of programs before the camera's. */
export function readSaid({ exif, iptc, xmp }: Parts): Said {
  const camera = readExif(exif ?? new Uint8Array())
  const agency = readIptc(iptc ?? new Uint8Array())
  const program = readXmp(xmp ?? '')
  const [by, of] = [
    firstOf(100, agency.byline, program.creator, camera.artist),
    firstOf(100, agency.credit, program.credit),
  ]
  return {
    title: firstOf(200, agency.title, program.title),
    caption: firstOf(2_000, agency.caption, program.description, camera.description),
    // "Idris Vane / Reuters", as a picture desk writes it; once where both say the same.
    credit: by && of && !of.includes(by) ? `${by} / ${of}` : of || by,
    origin: firstOf(200, agency.source, program.source),
    rights: firstOf(500, agency.copyright, program.rights, program.terms, camera.copyright),
    licence: program.licences.map(licenceAt).find(Boolean) || '',
    takenAt: camera.takenAt ?? program.takenAt,
  }
}

function firstOf(most: number, ...said: string[]): string {
  const clean = said.map((words) =>
    words
      .toWellFormed()
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim(),
  )
  const words = clean.find((one) => one && !OF_THE_CAMERA.test(one)) ?? ''
  return [...words].slice(0, most).join('').trim()
}
