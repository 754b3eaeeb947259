import { expect, test } from 'vitest'
import { en } from '@/lib/i18n/en'
import { drawBody } from './draw-body'

const draw = (html: string, missing: string[] = []) => drawBody(html, new Set(missing), en)

test('a picture of the site loads when it is near', () => {
  expect(draw('<figure><img src="/a.jpg" alt="A" width="3" height="2"></figure>')).toBe(
    '<figure><img loading="lazy" src="/a.jpg" alt="A" width="3" height="2"></figure>',
  )
})

test('a picture whose file is missing, or that lives elsewhere, gives its words and its address', () => {
  const drawn = draw('<figure><img src="/a.jpg" alt="A &quot;boat&quot;"></figure>', ['/a.jpg'])
  expect(drawn).toBe(
    '<figure><span class="missing-image">A &quot;boat&quot; <a href="/a.jpg">Address of the picture</a></span></figure>',
  )
  expect(draw('<img src="https://elsewhere.example/a.jpg" alt="">')).toContain('The picture is not here yet.')
})

test('a missing picture that is a link stays one link', () => {
  const drawn = draw('<figure><a href="/boat/"><img src="/a.jpg" alt="A boat"></a></figure>', ['/a.jpg'])
  expect(drawn).toBe('<figure><a href="/boat/"><span class="missing-image">A boat</span></a></figure>')
})

test('an embed is a card with a link, and nothing is loaded', () => {
  const drawn = draw('<figure class="embed"><a href="https://www.video.example/w?a=1&amp;b=2">Session</a></figure>')
  expect(drawn).toContain('<strong>Session</strong>')
  expect(drawn).toContain('href="https://www.video.example/w?a=1&amp;b=2"')
  expect(drawn).toContain('Open on video.example')
  expect(drawn).not.toContain('<iframe')
})

test('a caption of an embed stays below its card, and a file of the site stays a link', () => {
  const drawn = draw(
    '<figure class="embed"><a href="https://video.example/w">W</a><figcaption>By <a href="/x/">X</a></figcaption></figure>',
  )
  expect(drawn).toMatch(/<strong>W<\/strong>.*<\/div><figcaption>By <a href="\/x\/">X<\/a><\/figcaption><\/figure>$/)
  const own = '<figure class="embed"><a href="/wp-content/uploads/a.mp3">A</a></figure>'
  expect(draw(own)).toBe(own)
})

test('tables scroll by themselves, nested ones once', () => {
  expect(draw('<table><tbody><tr><td><table></table></td></tr></tbody></table>')).toBe(
    '<div class="table-scroll" role="group" tabindex="0" aria-label="Table"><table><tbody><tr><td><table></table></td></tr></tbody></table></div>',
  )
})

test('all other text stays byte for byte', () => {
  const body = '<p>It’s &lt;b&gt; &amp; “quoted”.</p>\n<pre><code>a &lt; b</code></pre>'
  expect(draw(body)).toBe(body)
})

const key = '0123456789abcdef0123456789abcdef'
const boat = `/media/${key}/700x400.jpg`

test('a picture that was uploaded comes in the sizes it has, and in a feed as it is', () => {
  const html = `<figure><img src="${boat}" alt="A boat"></figure>`
  const sizes = 'sizes="(width >= 40rem) 40rem, 100vw"'
  const img = `<img loading="lazy" src="${boat}" alt="A boat" width="700" height="400">`
  const set = (format: string) => `/media/${key}/320.${format} 320w,/media/${key}/700.${format} 700w`
  expect(drawBody(html, new Set(), en, new Set())).toBe(
    `<figure><picture><source type="image/avif" srcset="${set('avif')}" ${sizes}>` +
      `<source type="image/webp" srcset="${set('webp')}" ${sizes}>${img}</picture></figure>`,
  )
  expect(drawBody(html, new Set(), en, new Set([boat]))).not.toContain('avif')
  expect(draw(html)).toBe(`<figure>${img}</figure>`)
})
