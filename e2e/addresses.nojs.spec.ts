import { expect, test } from './site'

/** Has a letter that is written as two code points in NFD. */
const SIGN = '/لافتة-الميناء-ظلت-مكتوبة-بحروف-مقطعة-من-اليسار-إلى-اليمين-سنتين-كاملتين/'
/** Has a zero-width non-joiner. */
const BIRDS = '/دفترهای-پرنده‌شمار/'

for (const path of [SIGN, BIRDS]) {
  const encoded = encodeURI(path)
  test(`answered in upper- and lower-case escapes, under one canonical: ${path}`, async ({ request }) => {
    for (const spelling of [encoded, encoded.toLowerCase()]) {
      const response = await request.get(spelling, { maxRedirects: 0 })
      expect([spelling, response.status()]).toEqual([spelling, 200])
      expect(await response.text()).toContain(`<link rel="canonical" href="${process.env.BASE_URL}${encoded}"/>`)
    }
  })

  test(`every other spelling is one step away: ${path}`, async ({ request }) => {
    const others = [encoded.slice(0, -1), encodeURI(path.normalize('NFD'))]
    for (const spelling of others.filter((other) => other !== encoded)) {
      const response = await request.get(spelling, { maxRedirects: 0 })
      expect([spelling, response.status(), response.headers().location]).toEqual([spelling, 301, encoded])
    }
  })
}

test('the decomposed spelling is another one', () => {
  expect(SIGN.normalize('NFD')).not.toBe(SIGN)
})

test('an address that is no UTF-8 is a page that is not there', async ({ request }) => {
  for (const path of ['/%ff/', '/%D8%B3%D8/', '/the-last-boat/%', '/category/%c0%ae/', '/%ff/?unapproved=1']) {
    const response = await request.get(path)
    expect([path, response.status()]).toEqual([path, 404])
    expect(await response.text()).toContain('gone out with the tide')
  }
})

test('WordPress’s search leads to ours', async ({ request }) => {
  for (const [asked, to] of [
    ['/?s=night+ferry', '/search/?q=night%20ferry'],
    [`/?s=${encodeURIComponent('قارب')}`, `/search/?q=${encodeURIComponent('قارب')}`],
    ['/?s=', '/search/'],
  ]) {
    const response = await request.get(asked ?? '', { maxRedirects: 0 })
    expect([asked, response.status(), response.headers().location]).toEqual([asked, 301, to])
  }
})
