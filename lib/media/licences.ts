/** What allows a picture to be shown, as the desk tells them apart. */
export const LICENCES = ['ours', 'agency', 'press', 'licensed', 'cc', 'public'] as const
export type Licence = (typeof LICENCES)[number]

export const isLicence = (said: string): said is Licence => (LICENCES as readonly string[]).includes(said)

/** What an address of a licence says. */
export function licenceAt(address: string): Licence | '' {
  const [, what] = /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\//i.exec(address) ?? []
  if (!what) return ''
  return what.toLowerCase() === 'licenses' ? 'cc' : 'public'
}
