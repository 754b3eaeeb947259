export type CookieRules = {
  /** What the newsroom's cookies begin with. */
  prefix: string
  secure: boolean
}

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * How the newsroom's cookies are kept. `__Host-` ties a cookie to this very host, which browsers grant over https and on
 * this machine; plain http elsewhere gets another name, so that the two are never mixed up, and a warning in the newsroom.
 */
export function cookieRules(siteUrl: string): CookieRules {
  const { protocol, hostname } = new URL(siteUrl)
  const secure = protocol === 'https:' || LOCAL.has(hostname)
  return { prefix: secure ? '__Host-newsroom' : 'newsroom-open', secure }
}
