import { imageTypeOf, isImageType } from './image-type'

/** Why a file of an imported site did not come, as the report says it. */
export type NotFetched =
  | 'its address leads nowhere that may be asked'
  | 'its place would lie outside of the library'
  | 'the site did not answer'
  | 'it is larger than may be fetched'
  | `the site answered ${number}`
  | 'what came is not what it should be'
  | 'it could not be written'

const DRAWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp'])

/** True where the bytes are of the kind that the library was told of: a page that says "not found" comes with 200 as well. */
export function isOfKind(mimeType: string, bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  const type = imageTypeOf(bytes)
  if (DRAWN.has(mimeType)) return isImageType(type)
  if (mimeType === 'image/svg+xml') return type === 'svg'
  const begins = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart().toLowerCase()
  return !/^(?:<!doctype html|<html|<head|<body)/.test(begins)
}
