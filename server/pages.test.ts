import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { PageContext } from '@/lib/page-context'
import { targetOf } from './page-address'
import { Pages, RenderFailure } from './pages'
import type { Rendered } from './render'

const at = (url: string) => targetOf(url).page ?? expect.fail(url)
const html = (text: string, status = 200): Rendered => ({
  status,
  headers: { 'content-type': 'text/html', 'set-cookie': 'a=b', 'x-nextjs-cache': 'MISS' },
  body: Buffer.from(text),
})

/** Pages whose render is said by the test, and how often it was asked. */
function site(render: (url: string, context: PageContext) => Promise<Rendered> | Rendered, tagHeader?: string) {
  const renders: string[] = []
  const draw = async (url: string, own: PageContext) => {
    renders.push(url)
    return render(url, own)
  }
  const pages = new Pages(1e6, draw, tagHeader)
  const read = async (url: string) => (await pages.get(at(url), 'r')).body.plain().toString()
  return { pages, renders, read }
}

test('a page is rendered once, with no header of its own but those that readers need', async () => {
  const { pages, renders, read } = site(() => html('one'))
  expect(await read('/a/')).toBe('one')
  expect(await read('/a/?utm_source=mail')).toBe('one')
  expect(renders).toEqual(['/a/'])
  const { headers } = await pages.get(at('/a/'), 'r')
  expect(headers).toMatchObject({ 'content-type': 'text/html', 'cache-control': expect.stringContaining('public') })
  expect(headers).not.toHaveProperty('set-cookie')
  expect(headers).not.toHaveProperty('x-nextjs-cache')
})

test('a thousand readers of one cold address wait for one render', async () => {
  const { renders, read } = site(async () => {
    await sleep(20)
    return html('one')
  })
  await Promise.all(Array.from({ length: 1_000 }, () => read('/a/')))
  expect(renders).toHaveLength(1)
})

test('a change drops what shows it and nothing else', async () => {
  let version = 1
  const { pages, renders, read } = site((url, { tags }) => {
    tags.add(`of ${url}`)
    return html(`${url} ${version}`)
  })
  await read('/a/')
  await read('/b/')
  version = 2
  pages.change(new Set(['of /a/']))
  expect(await read('/a/')).toBe('/a/ 2')
  expect(await read('/b/')).toBe('/b/ 1')
  expect(renders).toEqual(['/a/', '/b/', '/a/'])
})

test('a render that began before a change is answered and not kept, and nobody joins it afterwards', async () => {
  let version = 1
  const { pages, read } = site(async (_url, { tags }) => {
    const read = version
    tags.add('article:1')
    await sleep(20)
    return html(`version ${read}`)
  })
  const early = read('/a/')
  await sleep(5)
  version = 2
  pages.change(new Set(['article:1']))
  const late = read('/a/')
  expect(await early).toBe('version 1')
  expect(await late).toBe('version 2')
  expect(await read('/a/')).toBe('version 2')
})

test('a render beside a change of something else is kept', async () => {
  const { pages, renders, read } = site(async (_url, { tags }) => {
    tags.add('article:1')
    await sleep(20)
    return html('one')
  })
  const early = read('/a/')
  await sleep(5)
  pages.change(new Set(['article:2']))
  await early
  await read('/a/')
  expect(renders).toHaveLength(1)
})

test('when a render fails the last good page is served, and soon tried again', async () => {
  let works = true
  const { pages, renders, read } = site((_url, { tags }) => {
    tags.add('site')
    if (works) return html('good')
    throw new Error('the database is away')
  })
  await read('/a/')
  works = false
  pages.change(new Set(['site']))
  expect(await read('/a/')).toBe('good')
  expect(await read('/a/')).toBe('good')
  expect(renders).toHaveLength(2)
  await sleep(1_050)
  works = true
  expect(await read('/a/')).toBe('good')
  expect(renders).toHaveLength(3)
})

test.each([html('<html id="__next_error__">'), html('boom', 500)])('a failed render is no page', async (rendered) => {
  const { read, renders } = site(() => rendered)
  await expect(read('/a/')).rejects.toThrow(RenderFailure)
  await expect(read('/a/')).rejects.toThrow(RenderFailure)
  expect(renders).toHaveLength(2)
})

test('what is one reader’s own is not kept', async () => {
  const { read, renders } = site((_url, own) => {
    own.personal = true
    return html('yours')
  })
  await read('/a/')
  await read('/a/')
  expect(renders).toHaveLength(2)
})

test('a page is made anew when its moment has come', async () => {
  const { read, renders } = site((_url, own) => {
    own.expiresAt = new Date(Date.now() + 30)
    return html('until then')
  })
  await read('/a/')
  await read('/a/')
  await sleep(40)
  await read('/a/')
  expect(renders).toHaveLength(2)
})

test('whoever probes addresses empties nothing', async () => {
  const { read, renders, pages } = site((url) => html('x'.repeat(500), url === '/a/' ? 200 : 404))
  await read('/a/')
  for (let i = 0; i < 2_000; i++) await read(`/nowhere/${i}/`)
  for (let i = 0; i < 2_000; i++) await read(`/search/?q=${i}`)
  await read('/a/')
  expect(renders.filter((url) => url === '/a/')).toHaveLength(1)
  expect(pages.bytes).toBeLessThanOrEqual(1e6)
})

test.each([
  ['cache-tag', 'site,archive%3Aall%202026,path%3A%2F%D8%A7'],
  ['surrogate-key', 'site archive%3Aall%202026 path%3A%2F%D8%A7'],
])('where a CDN drops pages by tag, a page says in %s what it shows', async (name, tags) => {
  const { pages } = site((_url, context) => {
    for (const tag of ['site', 'archive:all 2026', 'path:/ا']) context.tags.add(tag)
    return html('one')
  }, name)
  expect((await pages.get(at('/a/'), 'r')).headers[name]).toBe(tags)
  const { pages: untold } = site(() => html('one'))
  expect((await untold.get(at('/a/'), 'r')).headers).not.toHaveProperty(name)
})
