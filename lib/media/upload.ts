import { z } from 'zod'
import type { TypeRefusal } from './image-type'

/** Why a file was not taken; lib/i18n/upload-en.ts has a sentence for each, which says what to do. */
export type UploadRefusal =
  | TypeRefusal
  | 'tooLarge'
  | 'damaged'
  | 'tooManyPixels'
  | 'tooHeavy'
  | 'busy'
  | 'signedOut'
  | 'forbidden'
  | 'failed'

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

export type UploadAnswer = { ok: true; picture: StoredPicture } | { ok: false; reason: UploadRefusal }

const side = z.number().int().min(1).max(20_000)
const bytes = z.number().int().min(1)

/** What the process that decodes says it has made. It has read a stranger's file, so none of it is taken unchecked. */
export const decodedSchema = z.object({
  width: side,
  height: side,
  type: z.enum(['jpg', 'png']),
  bytes,
  animated: z.boolean(),
  variants: z.array(z.object({ width: side, height: side, bytes })).max(5),
})
export type Decoded = z.infer<typeof decodedSchema>

const LONGEST_NAME = 200

/** The last part of what a file was called, as words: without folders, controls and half letters. */
export function fileNameOf(said: string): string {
  const last = said.split(/[/\\]/).at(-1) ?? ''
  return [...last.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, '')].slice(0, LONGEST_NAME).join('').trim()
}
