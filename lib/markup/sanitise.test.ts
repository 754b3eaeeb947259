import { expect, test } from 'vitest'
import { sanitiseBody } from '@/lib/markup/sanitise'

const html = (source: string) => sanitiseBody(source).html

test('what a body may have comes back as it was written', () => {
  const body = [
    '<h2 id="boats">Boats</h2>',
    '<p>At <time datetime="2026-03-08">the eighth</time> the <i>Heron</i> sailed.<sup><a id="ref-1" href="#note-1">1</a></sup></p>',
    '<p class="pull-quote">Nobody stopped the boat.</p>',
    '<figure class="wide"><img src="/media/heron.jpg" alt="A heron" width="1200" height="800"><figcaption>Low water. <span class="credit">O. Marsh</span></figcaption></figure>',
    '<ol start="3" reversed><li>one</li><li>two<ul><li>inner</li></ul></li></ol>',
    '<table><caption>Crossings</caption><thead><tr><th scope="col">Hour</th><th class="number" scope="col">People</th></tr></thead><tbody><tr><td colspan="2">none</td></tr></tbody></table>',
    '<blockquote lang="ar" dir="rtl"><p>كان القارب هنا.</p><footer>A deckhand</footer></blockquote>',
    '<details><summary>More</summary><p>Text</p></details>',
    '<!--nextpage-->',
    '<section class="footnotes"><ol><li id="note-1">A letter. <a href="#ref-1">↑</a></li></ol></section>',
  ].join('\n')
  expect(sanitiseBody(body)).toEqual({ html: body, removed: {} })
})

test('what runs or loads goes with its content, and is counted', () => {
  const source =
    '<p style="color:red" onclick="x()">Tide<script>alert(1)</script><style>p{}</style><svg onload="x()"><text>y</text></svg></p><form><input name="q"><button>Go</button></form>'
  expect(sanitiseBody(source)).toEqual({
    html: '<p>Tide</p>',
    removed: { 'style attribute': 1, 'event handler': 1, script: 1, style: 1, svg: 1, input: 1, button: 1 },
  })
})

test('a link with a forbidden address becomes its text', () => {
  expect(sanitiseBody('<p><a href="java&#10;script:alert(1)">Boat</a> <a href="//x.example/">X</a></p>')).toEqual({
    html: '<p>Boat <a href="https://x.example/">X</a></p>',
    removed: { 'href address': 1 },
  })
})

test('an image without a usable address goes, one that a script was to load late is found', () => {
  expect(html('<p>Tide <img src="data:image/png;base64,AA"></p>')).toBe('<p>Tide</p>')
  expect(
    html('<p>A <img src="data:image/gif;base64,R0" data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript> b</p>'),
  ).toBe('<p>A <img src="/a.jpg" alt=""> b</p>')
})

test('a counting pixel is no image', () => {
  expect(sanitiseBody('<p>x<img src="https://count.example/p.gif" width="1" height="1"></p>')).toEqual({
    html: '<p>x</p>',
    removed: { 'counting pixel': 1 },
  })
})

test('wrappers leave their content, text without a paragraph gets one', () => {
  expect(html('Loose <div>one<center><font color="red">two</font></center></div><article><p>three</p></article>')).toBe(
    '<p>Loose</p>\n<p>one</p>\n<p>two</p>\n<p>three</p>',
  )
})

test('headings move to where an article has them', () => {
  expect(html('<h1>a</h1><h3>b</h3><h5>c</h5><h6>d</h6>')).toBe('<h2>a</h2>\n<h3>b</h3>\n<h4>c</h4>\n<h4>d</h4>')
})

test('formatting around blocks is pushed into each of them', () => {
  expect(html('<a href="/x"><h2>Boat</h2><p>It <b>sails</b></p></a>')).toBe(
    '<h2><a href="/x">Boat</a></h2>\n<p><a href="/x">It <b>sails</b></a></p>',
  )
})

test('language and direction of a wrapper go to its blocks', () => {
  expect(html('<div lang="fa" dir="rtl"><p>سلام</p><ul><li>یک</li></ul></div><p>end</p>')).toBe(
    '<p lang="fa" dir="rtl">سلام</p>\n<ul lang="fa" dir="rtl"><li>یک</li></ul>\n<p>end</p>',
  )
})

test('an id of our own pages is not taken, and no id stands twice', () => {
  expect(html('<p id="comments">a</p><p id="comment-7">b</p><p id="tide">c</p><p id="tide">d</p>')).toBe(
    '<p>a</p>\n<p>b</p>\n<p id="tide">c</p>\n<p>d</p>',
  )
})

test('a named anchor stays a place that links can reach', () => {
  expect(html('<p><a href="#low">Low</a></p><a name="low"></a><h2>Low tide</h2><div id="unused">x</div>')).toBe(
    '<p><a href="#low">Low</a></p>\n<h2 id="low">Low tide</h2>\n<p>x</p>',
  )
})

test('images that stand alone become figures', () => {
  expect(html('<p><a href="/a/"><img src="/a.jpg" alt="A"></a><br><strong><img src="/b.jpg"></strong></p>')).toBe(
    '<figure><a href="/a/"><img src="/a.jpg" alt="A"></a></figure>\n<figure><img src="/b.jpg" alt=""></figure>',
  )
  expect(html('<p>The boat <img src="/a.jpg"> here</p>')).toBe('<p>The boat <img src="/a.jpg" alt=""> here</p>')
})

test('a figure that lost its image keeps its caption as a paragraph', () => {
  expect(html('<figure><img src="blob:x"><figcaption>The <b>boat</b></figcaption></figure>')).toBe(
    '<p>The <b>boat</b></p>',
  )
})

test('what loads from elsewhere becomes a link, in the figure it stood in', () => {
  expect(
    html(
      '<figure><div><iframe src="https://www.youtube-nocookie.com/embed/tidetable01"></iframe></div><figcaption>Low</figcaption></figure>',
    ),
  ).toBe(
    '<figure class="embed"><a href="https://www.youtube.com/watch?v=tidetable01">https://www.youtube.com/watch?v=tidetable01</a><figcaption>Low</figcaption></figure>',
  )
  expect(html('<p>a<iframe src="https://maps.example/x" title="The harbour"></iframe>b</p>')).toBe(
    '<p>a</p>\n<figure class="embed"><a href="https://maps.example/x">The harbour</a></figure>\n<p>b</p>',
  )
  expect(html('<audio controls><source src="/tide.mp3"></audio>')).toBe(
    '<figure class="embed"><a href="/tide.mp3">/tide.mp3</a></figure>',
  )
  expect(html('<object><param name="movie" value="http://www.youtube.com/v/tidetable01"></object>')).toBe(
    '<figure class="embed"><a href="https://www.youtube.com/watch?v=tidetable01">https://www.youtube.com/watch?v=tidetable01</a></figure>',
  )
  expect(sanitiseBody('<object data="game.swf"></object><iframe src="about:blank"></iframe>')).toEqual({
    html: '',
    removed: { object: 1, iframe: 1 },
  })
})

test('nothing empty is left, and runs of space are one space', () => {
  expect(
    html('<p>&nbsp;</p><p><b></b><br></p><ul><li></li></ul><p>Low&nbsp;&nbsp; tide\n at <i> </i>six<br></p>'),
  ).toBe('<p>Low tide at six</p>')
  expect(html('<pre>  two\n    lines </pre>')).toBe('<pre>  two\n    lines</pre>')
})

test('the page break parts pages only between blocks, and no other comment survives', () => {
  expect(html('<p>a<!--nextpage-->b</p><!-- note --><blockquote>c<!--nextpage--></blockquote>')).toBe(
    '<p>a</p>\n<!--nextpage-->\n<p>b</p>\n<blockquote><p>c</p></blockquote>',
  )
})

test.each([
  ['<p><p>a</p></p>'],
  ['<p>a<table><tr><td>b<p>c'],
  ['<table>out<tr>of<td>in<table><tr><td>deep</table><tr>'],
  ['<li>one<li>two<dd>three'],
  ['<ul>text<ul><li>x</ul></ul>'],
  ['<a href="/a">x<a href="/b">y</a>z'],
  ['<a href="/a"><table><tr><td><a href="/b">y</a></table>z</a>'],
  ['<b><i>x</b>y</i><b>1<p>2</b>3</p>'],
  ['<h2><h3>x</h3><ul><li>y</ul>z</h2>'],
  ['<button><p>a<p>b</button><p><object><p>c</object>'],
  ['<form><div></form><form>x</div></form>'],
  ['<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">'],
  ['<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">'],
  ['<svg><desc><table><tr><td><p>x'],
  ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
  ['<template><p>a</template><p>b'],
  ['<xmp><b>a</xmp>b<listing>\n\nc</listing>'],
  ['a<plaintext><p>b</plaintext>'],
  ['<select><option>a<p>b</select>c'],
  ['<p title="`onmouseover=alert(1)" lang=\'"><script>\' id="a\'b">x'],
  ['<img alt="&quot;><script>alert(1)</script>" src=/a.jpg title=x>'],
  ['<time datetime="2026-01-01&quot; onclick=x">x</time>'],
  ['<pre>\n\n\nx</pre><pre><code>\ny</code></pre>'],
  ['x&#13;y&#0;z&#x80;&#xD800;&nbsp;<b>&nbsp;</b>&nbsp;q'],
  ['<figure><figure><img src=/a.jpg></figure></figure><figure><p><img src=/b.jpg></p></figure>'],
  ['<details>a<summary>b<p>c</p></summary><summary>d'],
  ['<bdo dir=rtl>x</bdo><span dir=auto id=x><span id=x>y'],
  ['<frameset><frame src=x></frameset></body></html><p>after'],
  ['<div><!--nextpage--><ul><li><!--nextpage-->x'],
])('a second pass changes nothing: %s', (source) => {
  const once = html(source)
  expect(html(once)).toBe(once)
})

test('no depth and no length is too much', () => {
  expect(html(`${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`)).toBe('<p>deep</p>')
  expect(html(`${'<b>'.repeat(20_000)}bold`)).toBe('<p><b>bold</b></p>')
  const nested = html(`${'<blockquote>'.repeat(5_000)}x`)
  expect(nested.length).toBeLessThan(2_000)
  expect(html(nested)).toBe(nested)
})

test.each([
  [
    'formatting that is never closed',
    Array.from({ length: 2_000 }, (_, index) => `<font lang="a${'bcdef'[index % 5]}"><p>x`).join(''),
  ],
  ['a link around everything', `<a href="https://harbour.example/${'x'.repeat(5_000)}">${'<p>y'.repeat(4_000)}`],
  ['a link that is never closed', `<p><a href="https://harbour.example/${'x'.repeat(5_000)}">y${'<p>y'.repeat(4_000)}`],
])('a body does not grow manifold by %s', (_, source) => {
  expect(html(source).length).toBeLessThan(8 * source.length)
})
