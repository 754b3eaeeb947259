import WPAPI from 'wpapi'
import { expect, sql, test } from './site'

const BOAT = '/the-last-boat/'
const OWN = 1_000_000_000
const idOf = (path: string) => sql<{ id: number }>('SELECT id FROM Article WHERE path = ?', path)[0]?.id ?? 0

test.describe('for apps that were made for WordPress', () => {
  test('its own client reads posts, pages of them, what they lead to, and one by its slug', async () => {
    const wp = new WPAPI({ endpoint: `${process.env.BASE_URL}/wp-json` })
    const posts = await wp.posts().perPage(5).embed().get()
    expect(posts).toHaveLength(5)
    expect(posts._paging?.totalPages).toBeGreaterThan(1)
    const next = await posts._paging?.next?.get()
    expect(next?.[0]?.id).not.toBe(posts[0]?.id)
    const [boat] = await wp.posts().slug('the-last-boat').embed().get()
    expect(boat).toMatchObject({
      id: OWN + idOf(BOAT),
      link: process.env.BASE_URL + BOAT,
      _embedded: { author: [{ slug: 'maren-oldacre' }], 'wp:term': [expect.anything(), expect.anything()] },
    })
    const [ferries] = await wp.categories().slug('ferries').get()
    const filed = await wp
      .posts()
      .categories(ferries?.id ?? 0)
      .get()
    for (const post of filed) expect(post.categories).toContain(ferries?.id)
    expect(
      (
        await wp
          .comments()
          .forPost(boat?.id ?? 0)
          .get()
      ).length,
    ).toBeGreaterThan(0)
    expect((await wp.users().get()).length).toBeGreaterThan(3)
    await expect(wp.posts().id(7).get()).rejects.toMatchObject({ code: 'rest_post_invalid_id', data: { status: 404 } })
  })

  test('its client finds out what can be asked', async () => {
    const routes = (await (await fetch(`${process.env.BASE_URL}/wp-json/`)).json()) as { routes: object }
    expect(Object.keys(routes.routes)).toContain('/wp/v2/posts')
  })

  test('addresses without permalinks, and only what means something, are answered', async ({ request }) => {
    const direct = await (await request.get('/wp-json/wp/v2/posts?per_page=2')).json()
    for (const address of ['/?rest_route=/wp/v2/posts&per_page=2', '/wp-json/wp/v2/posts/?per_page=2&utm_source=x'])
      expect(await (await request.get(address)).json()).toEqual(direct)
  })

  test('nothing can be written, and whoever tries is told so', async ({ request }) => {
    for (const [method, path, status, code] of [
      ['POST', '/wp-json/wp/v2/posts', 401, 'rest_cannot_create'],
      ['POST', '/wp-json/wp/v2/comments', 401, 'rest_cannot_create'],
      ['PUT', '/wp-json/wp/v2/posts/1', 401, 'rest_cannot_edit'],
      ['DELETE', '/wp-json/wp/v2/posts/1', 401, 'rest_cannot_delete'],
      ['DELETE', '/wp-json/wp/v2/posts', 404, 'rest_no_route'],
      ['POST', '/?rest_route=/wp/v2/posts', 401, 'rest_cannot_create'],
      ['PATCH', '/api/v1/articles', 405, 'method_not_allowed'],
    ] as const) {
      const response = await request.fetch(path, { method })
      expect([method, path, response.status(), (await response.json()).code]).toEqual([method, path, status, code])
    }
  })
})

for (const address of [
  '/wp-json/wp/v2/posts',
  '/api/v1/articles',
  '/api/v1/openapi.json',
  `/oembed/?url=BASE${BOAT}`,
]) {
  test(`any site may ask for ${address}, and is told when it has it already`, async ({ request }) => {
    const url = address.replace('BASE', process.env.BASE_URL ?? '')
    const response = await request.get(url, { headers: { origin: 'https://elsewhere.example' } })
    expect(response.status()).toBe(200)
    const { etag = '', ...headers } = response.headers()
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'application/json; charset=utf-8',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
    })
    const again = await request.get(url, { headers: { 'if-none-match': etag } })
    expect([again.status(), (await again.body()).length]).toEqual([304, 0])
    const asked = await request.fetch(url, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } })
    expect([asked.status(), asked.headers()['access-control-allow-methods']]).toEqual([204, 'GET, HEAD, OPTIONS'])
    expect((await request.head(url)).headers()['content-length']).toBe(headers['content-length'])
  })
}

test('a list is kept, and made anew with what it shows', async ({ request }) => {
  const total = async () => (await request.get('/wp-json/wp/v2/posts')).headers()['x-wp-total']
  const [row] = sql<{ n: number }>(`SELECT articles AS n FROM Archive WHERE key = 'all'`)
  expect(await total()).toBe(String(row?.n))
})

test('a program that asks without end is asked to come back', async ({ request }) => {
  const headers = { 'x-forwarded-for': '2001:db8:ffff::1' }
  const answers: { status: number; later: string | undefined }[] = []
  for (let i = 0; i < 160 && answers.at(-1)?.status !== 429; i++) {
    const response = await request.get(`/api/v1/articles?limit=1&tag=${900_000 + i}`, { headers })
    answers.push({ status: response.status(), later: response.headers()['retry-after'] })
  }
  expect(answers.length).toBeGreaterThan(100)
  expect(answers.at(-1)).toEqual({ status: 429, later: '2' })
  // What is kept costs nothing, and is answered all the same.
  expect((await request.get('/api/v1/articles', { headers: {} })).status()).toBe(200)
})
