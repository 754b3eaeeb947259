import { isSignature, keyedHash } from '@/lib/secret'

const PURPOSE = 'preview link'

export type SignedLink = { id: number; expiresAt: Date }

/**
 * What the address of a preview for others ends with. It says which link it is and until when, and is signed: nobody
 * without the site's secret can make one, and none is kept where a copy of the database would show it.
 */
export function previewToken({ id, expiresAt }: SignedLink): string {
  const said = `${id}.${expiresAt.getTime().toString(36)}`
  return `${said}.${keyedHash(PURPOSE, said)}`
}

/** The link that a token of ours names, while its time is not over; whether it was ended since its row says. */
export function readPreviewToken(token: string, now: Date): SignedLink | null {
  const [, id = '', until = '', signature = ''] = /^([1-9]\d{0,8})\.([0-9a-z]{1,10})\.([\w-]{43})$/.exec(token) ?? []
  if (!id || !isSignature(PURPOSE, `${id}.${until}`, signature)) return null
  const expiresAt = new Date(Number.parseInt(until, 36))
  return expiresAt > now ? { id: Number(id), expiresAt } : null
}

export const previewPath = (link: SignedLink): string => `/preview/${previewToken(link)}/`
