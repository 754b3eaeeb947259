/** What those who draw link cards ask for (ogp.me, and the manuals of those who read it). */
export const SOCIAL_SIZE = { width: 1200, height: 630 }
export const SOCIAL_TYPE = 'image/png'
export const SOCIAL_FILE = `${SOCIAL_SIZE.width}x${SOCIAL_SIZE.height}.png`

/** Like that of an upload, so the door serves it as one: for ever, because another text has another key. */
export const socialPath = (key: string): string => `/media/${key}/${SOCIAL_FILE}`

export const keyOfSocial = (path: string): string => path.split('/')[2] ?? ''
