import { log } from '@/lib/log'
import { loggedUrl, pageContext } from '@/lib/page-context'

/** Leaves what a render threw for the door, and writes it down with the request's id. */
export function recordFailure(error: unknown, method: string, path: string): void {
  const context = pageContext()
  if (context) context.failure = error
  log().error({ error, method, path: loggedUrl(path), requestId: context?.requestId }, 'a page failed')
}
