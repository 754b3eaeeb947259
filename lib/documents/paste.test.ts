import { expect, test } from 'vitest'
import { documentOf } from './document'
import { documentToHtml } from './document-html'
import { pastedBlocks } from './paste'
import { pastedAddress } from './paste-address'

const pasted = (html: string) => documentToHtml(documentOf(pastedBlocks(html)), 'ltr')

test('Word: paragraphs, bold by style, empty lines and its own elements', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-parent:"";} --></style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='mso-list:none'><b>The <i>ramp</i></b><o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8pt'>The <b style='mso-bidi-font-weight:normal'>boat</b> left,<span
style='mso-spacerun:yes'>  </span>she said.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span lang=EN-US style='font-family:"Calibri",sans-serif;color:red'>Twice.</span><a href="#_ftn1">[1]</a></p>
<!--EndFragment--></body></html>`
  expect(pasted(word)).toBe(
    '<h2>The <em>ramp</em></h2>\n<p>The <strong>boat</strong> left, she said.</p>\n<p>Twice.[1]</p>',
  )
})

test('Word: paragraphs that are items become nested lists', () => {
  const item = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraph style='margin-left:36pt;text-indent:-18pt;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
    `<span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`
  const list = [item(1, '·', 'Boats'), item(2, '1.', 'Heron'), item(2, '2.', 'Tern'), item(1, '·', 'Trams')].join('\n')
  expect(pasted(`<p class=MsoNormal>Needed:</p>${list}<p class=MsoNormal>End.</p>`)).toBe(
    '<p>Needed:</p>\n<ul><li>Boats<ol><li>Heron</li><li>Tern</li></ol></li><li>Trams</li></ul>\n<p>End.</p>',
  )
})

test('Google Docs: the bold around everything is none, spans say what is', () => {
  const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:700">Low water</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline">The boat </span><span style="font-weight:700;font-style:italic">left</span><span style="font-weight:400"> at </span><a href="https://www.google.com/url?q=https://harbour.example/a?b%3D1&amp;sa=D" style="text-decoration:none"><span style="text-decoration:underline;color:#1155cc">nine</span></a><span style="font-size:0.6em;vertical-align:super">th</span></p><br />
<ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">one</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>two</span></p></li></ul></ul></b><br class="Apple-interchange-newline">`
  expect(pasted(docs)).toBe(
    '<h2>Low water</h2>\n' +
      '<p>The boat <strong><em>left</em></strong> at <a href="https://harbour.example/a?b=1">nine</a><sup>th</sup></p>\n' +
      '<ul><li>one<ul><li>two</li></ul></li></ul>',
  )
})

test('a web page: what it says, without its scripts, classes, ids and hidden parts', () => {
  const page = `<div class="c-article" id="main"><nav style="display:none">Menu</nav><div>First <font color="red">line</font></div><div>Second<script>x()</script></div>
<p onclick="x()" class="lede" dir="ltr">Third <a href="javascript:x()">link</a>, <a href="/boats/" class="b">boats</a></p><img src="data:image/png;base64,AAAA" alt="x"><img src="https://p.example/a.jpg" alt="A"></div>`
  expect(pasted(page)).toBe(
    '<p>First line</p>\n<p>Second</p>\n<p>Third link, <a href="/boats/">boats</a></p>\n' +
      '<figure><img src="https://p.example/a.jpg" alt="A"></figure>',
  )
})

test('a table comes as a table, and what no document holds as its words', () => {
  expect(pasted('<table style="width:5cm"><tr><td width="64">a</td><td>b</td></tr></table>')).toBe(
    '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
  )
  const figure = '<figure><figcaption>above</figcaption><img src="/a.jpg" alt=""></figure>'
  expect(pastedBlocks(figure)).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'above' }] }])
})

test('what is pasted goes by its own letters', () => {
  expect(pasted('<p dir="ltr" lang="en">مرفأ</p>')).toBe('<p dir="rtl">مرفأ</p>')
})

test('the address of a film becomes its card, another address stays a text', () => {
  expect(pastedAddress(' https://youtu.be/abcdefghijk ')).toEqual({
    type: 'embed',
    attrs: { href: 'https://www.youtube.com/watch?v=abcdefghijk' },
  })
  expect(pastedAddress('https://harbour.example/')).toBeNull()
  expect(pastedAddress('see https://youtu.be/abcdefghijk')).toBeNull()
})
