const DESK = '/admin/'

/** Where somebody goes after they have signed in: an address of the newsroom, and of no other site. */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/admin(\/|$)/.test(wanted) || /[\\\s]|\/\/|\/\.{1,2}(\/|$)/.test(wanted))
    return DESK
  // What began with an RSC request of Next's script is the page itself.
  const url = new URL(wanted, 'http://newsroom.invalid')
  url.searchParams.delete('_rsc')
  return url.pathname + url.search
}

/** The sign-in page that leads back to `path` (with its query). */
export function loginPath(path: string): string {
  const next = nextPath(path)
  return next === DESK ? '/login/' : `/login/?next=${encodeURIComponent(next)}`
}
