/** Where Next's own scripts lie, and this one: React sets its address once more, where the page is changed in place. */
const SCRIPTS = ['/_next/static/', '/assets/trusted-']
/** How React makes a script element that must not run. */
const EMPTY_SCRIPT = '<script></script>'

/**
 * What the newsroom's pages may turn into script or markup by a string (Trusted Types): the scripts that were built with it,
 * and React's empty element. Everything else throws, so that whoever asked can use a policy of their own.
 */
export function policyFor(origin: string) {
  return {
    createScriptURL(url: string): string {
      const { origin: of, pathname } = new URL(url, origin)
      if (of === origin && SCRIPTS.some((begins) => pathname.startsWith(begins))) return url
      throw new TypeError(`no script of the newsroom: ${url}`)
    },
    createHTML(html: string): string {
      if (html === EMPTY_SCRIPT) return html
      throw new TypeError('no markup by a string')
    },
  }
}
