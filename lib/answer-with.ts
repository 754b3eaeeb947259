import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { pageContext } from './page-context'

/**
 * Sets the status of the page that is being rendered, and where it points. Next's own notFound() and redirect() answer
 * with an empty body that only its script fills (vercel/next.js#62228); they serve `next dev` alone, where there is
 * no door. `location` is encoded already.
 */
export function answerWith(status: 403 | 404 | 410 | 422 | 429): void
export function answerWith(status: 301 | 302 | 303, location: string): void
export function answerWith(status: number, location?: string): void {
  const context = pageContext()
  if (context) {
    context.status = status
    if (location) context.location = location
  } else if (location) status === 301 ? permanentRedirect(location) : redirect(location)
  else if (status === 404) notFound()
}
