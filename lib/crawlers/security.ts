import type { SecurityContact } from './settings'

/** security.txt (RFC 9116); null where nothing is set, and once what is set is not to be trusted any more. */
export function securityTxt(set: SecurityContact | null, url: string, now: Date): string | null {
  if (!set || set.expiresAt <= now) return null
  const { contacts, expiresAt, policy, acknowledgments, encryption, languages } = set
  const lines = [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expiresAt.toISOString()}`,
    ...(encryption ? [`Encryption: ${encryption}`] : []),
    ...(acknowledgments ? [`Acknowledgments: ${acknowledgments}`] : []),
    ...(languages.length ? [`Preferred-Languages: ${languages.join(', ')}`] : []),
    `Canonical: ${url}`,
    ...(policy ? [`Policy: ${policy}`] : []),
  ]
  return `${lines.join('\n')}\n`
}
