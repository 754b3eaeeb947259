import { expect, test } from 'vitest'
import { plainHtml } from './plain-html'

test('Next’s scripts, preloads and flight data go', () => {
  expect(
    plainHtml(
      '<head><link rel="preload" as="script" href="/_next/a.js"/><script src="/_next/b.js" async=""></script>' +
        '<link rel="stylesheet" href="/a.css"/></head><body><p>Text</p><script>self.__next_f.push([1,"</p>"])</script></body>',
    ),
  ).toBe('<head><link rel="stylesheet" href="/a.css"/></head><body><p>Text</p></body>')
})

test('data and our own files stay', () => {
  const page =
    '<script type="application/ld+json">{"headline":"\\u003c/script>"}</script><script src="/enhance.js" defer=""></script>'
  expect(plainHtml(page)).toBe(page)
})

test('a headline that says </script> stays what it is', () => {
  const page = '<h1>How to write &lt;/script&gt;</h1><script>x</script><p>After</p>'
  expect(plainHtml(page)).toBe('<h1>How to write &lt;/script&gt;</h1><p>After</p>')
})

test('React’s marks go, other comments stay', () => {
  expect(plainHtml('<p>a<!-- -->b<!--$--><!--/$--></p><!--nextpage-->')).toBe('<p>ab</p><!--nextpage-->')
})

test('Next’s empty place for late metadata goes, a hidden element of ours stays', () => {
  expect(plainHtml('<body><div hidden=""><!--$--><!--/$--></div><p>x</p></body>')).toBe('<body><p>x</p></body>')
  expect(plainHtml('<div hidden="">words</div>')).toBe('<div hidden="">words</div>')
  expect(plainHtml('<div hidden="" class="menu"></div>')).toBe('<div hidden="" class="menu"></div>')
})

test.each(['<!--$?--><template id="B:0"></template>', '<!--$!-->', '<script>$RC("B:0","S:0")</script>'])(
  'a page that is not whole is not touched: %s',
  (part) => {
    expect(plainHtml(`<body>${part}</body>`)).toBeUndefined()
  },
)

test('all other bytes stay', () => {
  const page =
    '<!DOCTYPE html><html lang="fa" dir="rtl"><body class="a"><pre>a  <b>\n</b></pre><input disabled=""/></body></html>'
  expect(plainHtml(page)).toBe(page)
})

test('a form that is sent to its own page has no action, which HTML wants to be an address', () => {
  expect(plainHtml('<form id="f" action="" method="POST"><p title=\' action=""\'>x</p></form>')).toBe(
    '<form id="f" method="POST"><p title=\' action=""\'>x</p></form>',
  )
  expect(plainHtml('<form action="/search/"></form>')).toBe('<form action="/search/"></form>')
})
