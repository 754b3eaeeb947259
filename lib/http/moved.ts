import { answerWith } from '@/lib/answer-with'
import { encodePath } from '@/lib/articles/paths'
import { requestPath } from './request-path'

/**
 * True when this page stands at another address, `href`, and the request is answered with a 301 to it: the last slash,
 * "page/1/", other letters.
 */
export function movedTo(href: string): boolean {
  const path = requestPath()
  if (path === undefined || encodePath(path) === href) return false
  answerWith(301, href)
  return true
}
