import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { plainAction } from '@/components/site/plain-action'
import { drawPage } from './draw-page'
import { plainHtml } from './plain-html'

const VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1"/>'

const Waiting = async () => <p>late</p>
const page = (
  <html lang="en">
    <head>
      <title>{`A “page” & more`}</title>
    </head>
    <body>
      <p>
        Two {'texts'} <b>here</b>
      </p>
    </body>
  </html>
)

test('a page is a whole document, with what Next says in every head', () => {
  expect(drawPage(page)).toBe(
    `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>${VIEWPORT}` +
      '<title>A “page” &amp; more</title></head>' +
      '<body><p>Two texts <b>here</b></p></body></html>',
  )
})

test('a component that waits has no place in it: nothing is sent half', () => {
  expect(() =>
    drawPage(
      <html lang="en">
        <body>
          <Waiting />
        </body>
      </html>,
    ),
  ).toThrow('suspended')
})

const action = Object.assign(async () => undefined, { $$id: '40ab' })
const hostile = '<link rel="preload" href="x"/><form action=""> action="" </head>'
const full = (
  <html lang="en">
    <head>
      <title>{hostile}</title>
      <meta name="description" content={hostile} />
    </head>
    <body>
      <img src="/a.png" alt={hostile} fetchPriority="high" />
      <form id="f" title={hostile} action={plainAction(action)}>
        <button type="submit">Send</button>
      </form>
      <form action="/search/">{hostile}</form>
    </body>
  </html>
)

test('a form names its action as Next does, and has no address; no picture is asked for before the page', () => {
  const html = drawPage(full)
  expect(html).toContain(' encType="multipart/form-data" method="POST"><input type="hidden" name="$ACTION_ID_40ab"/>')
  expect(html).not.toMatch(/<link|<form[^>]* action=""/)
})

test('nothing but those two goes: a reader of HTML takes out the same', () => {
  const raw = renderToStaticMarkup(full)
  expect(raw).toContain('<link rel="preload"')
  const read = plainHtml(raw)?.replace('<head>', `<head><meta charSet="utf-8"/>${VIEWPORT}`)
  expect(drawPage(full)).toBe(`<!DOCTYPE html>${read}`)
})
