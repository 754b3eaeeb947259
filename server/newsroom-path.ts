/**
 * True for an address of the newsroom, as it was asked for: nothing of it is kept, and Next's own script may ask there for
 * what it needs. Other spellings of such an address ("/%61dmin/") are pages like any other, which no file answers.
 */
export function isNewsroomUrl(url: string): boolean {
  return /^\/(admin|login)(?:[/?#]|$)/.test(url) && !/\/\.{1,2}(?:[/?#]|$)/.test(url)
}

/** Where files of any length are sent, one at a time (server/upload.ts). */
export const UPLOAD_PATH = '/admin/media/upload/'

const KB = 1024

/** How much a form may hold. An article with everything around it is the longest that is written. */
export function formLimitBytes(url: string): number {
  return isNewsroomUrl(url) && url.startsWith('/admin') ? 2048 * KB : 256 * KB
}
