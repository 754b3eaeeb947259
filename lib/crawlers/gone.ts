const FILES = /^\/(?:[^/]+\/)?(?:xmlrpc|wp-login|wp-signup|wp-cron|wp-trackback|wp-comments-post|wp-mail)\.php$/i
const FOLDERS = /^\/wp-(?:admin|includes)(?:\/|$)/i

/**
 * True for what machines ask every site for in case it is WordPress, some of them many times a minute: it costs a look at
 * the address, and no page.
 */
export function isGone(path: string): boolean {
  return FILES.test(path) || FOLDERS.test(path)
}
