import sax from 'sax'
import { expect, test } from './site'

type Element = { name: string; attributes: Record<string, string>; text: string; within: string }

/** The elements of a well-formed document; throws at the first fault. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = sax.parser(true)
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = ({ name, attributes }) => {
    const element = {
      name,
      attributes: attributes as Record<string, string>,
      text: '',
      within: open.at(-1)?.name ?? '',
    }
    elements.push(element)
    open.push(element)
  }
  const add = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.ontext = add
  parser.oncdata = add
  parser.onclosetag = () => open.pop()
  parser.write(xml).close()
  return elements
}

const textsOf = (elements: Element[], name: string, within: string) =>
  elements.filter((element) => element.name === name && element.within === within).map(({ text }) => text)

test('the feed that pages point to is well-formed RSS 2.0 with the newest articles', async ({ page, request }) => {
  await page.goto('/')
  const href = await page.locator('link[type="application/rss+xml"]').getAttribute('href')
  const response = await request.get(href ?? '')
  expect(response.headers()['content-type']).toBe('application/rss+xml; charset=utf-8')
  const elements = elementsOf(await response.text())
  expect(elements[0]).toMatchObject({ name: 'rss', attributes: { version: '2.0' } })
  expect(textsOf(elements, 'title', 'channel')).toEqual(['Broadsheet'])
  expect(textsOf(elements, 'link', 'channel')).toEqual([`${process.env.BASE_URL}/`])
  expect(elements.find(({ name }) => name === 'atom:link')?.attributes.href).toBe(`${process.env.BASE_URL}/feed/`)

  const dates = textsOf(elements, 'pubDate', 'item').map((date) => Date.parse(date))
  expect(dates).toHaveLength(10)
  expect(dates).toEqual(dates.toSorted((a, b) => b - a))
  const guids = textsOf(elements, 'guid', 'item')
  expect(new Set(guids).size).toBe(10)
  for (const text of textsOf(elements, 'content:encoded', 'item')) {
    expect(text).toMatch(/^<p/)
    expect(text).not.toMatch(/(src|href)="\/(?!\/)/)
  }
  for (const link of textsOf(elements, 'link', 'item')) expect((await request.get(link)).status()).toBe(200)
})

test('a reader that has the feed is told so, and another spelling of its address leads to it', async ({ request }) => {
  const { etag = '' } = (await request.get('/feed/')).headers()
  const again = await request.get('/feed/', { headers: { 'if-none-match': etag } })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
  const moved = await request.get('/feed', { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([301, '/feed/'])
})

test('a document that is not well-formed is seen', () => {
  expect(() => elementsOf('<rss><channel><title>A & B</title></channel></rss>')).toThrow()
  expect(() => elementsOf('<rss><channel></rss>')).toThrow()
})
