import { expect, test } from 'vitest'
import { plainText } from '@/lib/markup/plain-text'
import { documentText } from './document-text'
import { htmlToDocument } from './html-document'

test.each([
  '<h2>The ramp</h2>\n<p>One<br>two <strong>th</strong>ree.</p>',
  '<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>',
  '<p>So<sup><a id="r" href="#n">1</a></sup> it is.</p>\n<section class="footnotes"><ol><li id="n">By letter. <a href="#r">↩</a></li></ol></section>',
  '<p>See <a href="https://harbour.example/">https://harbour.example/</a> and <a href="/a/">this</a>.</p>',
  '<figure><img src="/a.jpg" alt="A"><figcaption>Low water. <span class="credit">Idris Vane</span></figcaption></figure>',
  '<figure class="embed"><a href="https://vimeo.com/1">https://vimeo.com/1</a></figure>\n<figure class="embed"><a href="https://vimeo.com/2">Film</a></figure>',
  '<blockquote><p>I sit.</p><footer>A deckhand</footer></blockquote>\n<figure><figcaption>above</figcaption><img src="/a.jpg" alt=""></figure>',
])('what is counted while writing is what is counted and found when it is read: %s', (html) => {
  expect(documentText(htmlToDocument(html))).toBe(plainText(html))
})
