/** What is decoded. Everything else is refused before anything of it is read (docs/decisions/012). */
export type ImageType = 'jpeg' | 'png' | 'webp' | 'gif'
export type TypeRefusal = 'empty' | 'svg' | 'heif' | 'otherType'

/** So much of a file's beginning tells what it is. */
export const HEAD_BYTES = 1024

/** What a file is by its first bytes; neither its name nor what its sender calls it is asked. */
export function imageTypeOf(head: Uint8Array): ImageType | TypeRefusal {
  if (head.length === 0) return 'empty'
  const text = latin1(head.subarray(0, HEAD_BYTES))
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(text)) return 'gif'
  if (/^RIFF.{4}WEBP/s.test(text)) return 'webp'
  if (/^.{4}ftyp(?:avi|hei|hev|mif|msf)/s.test(text)) return 'heif'
  // Also where it begins with a mark of its encoding, comments or a declaration, or has two bytes a letter.
  if (/^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)?\s*</.test(bare(text)) && /<svg[\s>]/i.test(bare(text))) return 'svg'
  return 'otherType'
}

export const isImageType = (type: ImageType | TypeRefusal): type is ImageType =>
  type === 'jpeg' || type === 'png' || type === 'webp' || type === 'gif'

const bare = (text: string): string => text.replaceAll('\0', '')

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
