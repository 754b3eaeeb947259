import { z } from 'zod'
import type { TypeRefusal } from './image-type'
import { LICENCES } from './licences'

/** Why a file was not taken; lib/i18n/upload-en.ts has a sentence for each, which says what to do. */
export type UploadRefusal =
  | TypeRefusal
  | 'tooLarge'
  | 'damaged'
  | 'tooManyPixels'
  | 'tooHeavy'
  | 'busy'
  /** Where files are kept cannot be reached. */
  | 'away'
  | 'signedOut'
  | 'forbidden'
  | 'failed'
  /** More or less of it is here than its sender thinks: asked again, it goes on from there. */
  | 'offset'

/** A picture of the library, as whoever uploaded it gets it. */
export type StoredPicture = {
  id: number
  src: string
  width: number
  height: number
  alt: string
  caption: string
  credit: string
  /** It moved, and readers get its first picture. */
  animated: boolean
}

/** `isKnown`: the library had the very same file already. */
export type UploadAnswer = { ok: true; picture: StoredPicture; isKnown: boolean } | { ok: false; reason: UploadRefusal }

const side = z.number().int().min(1).max(20_000)
const bytes = z.number().int().min(1)
const words = (most: number) => z.string().max(most * 2)

/** What a file said of itself (lib/media/embedded/said.ts). */
const saidSchema = z.object({
  title: words(200),
  caption: words(2_000),
  credit: words(203),
  origin: words(200),
  rights: words(500),
  licence: z.enum(['', ...LICENCES]),
  takenAt: z.coerce.date().nullable(),
})

/** What the process that decodes says it has made. It has read a stranger's file, so none of it is taken unchecked. */
export const decodedSchema = z.object({
  width: side,
  height: side,
  type: z.enum(['jpg', 'png']),
  bytes,
  animated: z.boolean(),
  variants: z.array(z.object({ width: side, height: side, bytes })).max(5),
  said: saidSchema,
})
export type Decoded = z.infer<typeof decodedSchema>

const LONGEST_NAME = 200

/** The last part of what a file was called, as words: without folders, controls and half letters. */
export function fileNameOf(said: string): string {
  const last = said.split(/[/\\]/).at(-1) ?? ''
  return [...last.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, '')].slice(0, LONGEST_NAME).join('').trim()
}
