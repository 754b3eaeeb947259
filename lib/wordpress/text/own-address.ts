const PHOTON = /^(?:https?:)?\/\/i\d\.wp\.com\/([^?]*)/i

/**
 * The address as a path of this site if its host is one of our own, else as it is. Copies that the Photon service made
 * of our images lead to the original. `fresh` takes the query off too: an image's asks for a size that we do not make.
 */
export function ownPath(address: string, ownHosts: ReadonlySet<string>, fresh = false): string {
  const trimmed = address.trim()
  if (trimmed.startsWith('?')) return `/${trimmed}`
  if (/^wp-content\//.test(trimmed)) return `/${trimmed}`
  const copied = PHOTON.exec(trimmed)?.[1]
  const [, host = '', rest = ''] =
    /^(?:https?:)?\/\/([^/?#]+)(.*)$/is.exec(copied === undefined ? trimmed : `//${copied}`) ?? []
  if (!ownHosts.has(host.toLowerCase())) return trimmed
  const path = rest.startsWith('/') ? rest : `/${rest}`
  return fresh ? path.replace(/[?#].*$/s, '') : path
}
