import type { Instrumentation } from 'next'
import { log } from '@/lib/log'
import { pageContext } from '@/lib/page-context'

/** Every surprise of a page or an action is written down here, once, with the id that its reader is shown. */
export const onRequestError: Instrumentation.onRequestError = (error, { path, method }) => {
  const context = pageContext()
  if (context) context.failure = error
  log().error({ error, method, path, requestId: context?.requestId }, 'a page failed')
}
