import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** React asks for pictures early that no reader has to wait for, and writes down an action that is none. */
const PRELOAD = /<link rel="preload"[^<>]*>/g
const NO_ACTION = /(<form[^<>]*?) action=""/g

/** A page as HTML, whole as readers get it, with what Next says in the head of every page. */
export function drawPage(page: ReactElement): string {
  const html = renderToStaticMarkup(
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {page}
    </>,
  )
  // What somebody wrote has no such brackets: React escapes them, and so does what is said to machines.
  const end = html.indexOf('</head>')
  return `<!DOCTYPE html>${html.slice(0, end).replace(PRELOAD, '')}${html.slice(end).replace(NO_ACTION, '$1')}`
}
