import type { Instrumentation } from 'next'

/** Every surprise of a page or an action is written down once, with the id that its reader is shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, { path, method }) => {
  // Next compiles this file for the edge as well, where there is no server of ours.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { recordFailure } = await import('./lib/http/failure')
  recordFailure(error, method, path)
}
