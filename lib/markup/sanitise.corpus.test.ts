import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import { sanitiseBody } from '@/lib/markup/sanitise'

// By hand, against the hostile strings in CORPUS_DIR: no test of the product needs them. The lists below are written
// out again on purpose; what they are held against must not be able to move them.

const ELEMENTS = new Set(
  (
    'p h2 h3 h4 ul ol li dl dt dd blockquote footer cite q hr br pre code kbd samp var a strong em b i u s del ins ' +
    'small sub sup abbr mark time span figure figcaption img table caption thead tbody tfoot tr th td details summary section'
  ).split(' '),
)
const ATTRIBUTES: Record<string, string> = {
  a: 'href title',
  abbr: 'title',
  ol: 'start reversed',
  time: 'datetime',
  img: 'src alt width height',
  th: 'scope colspan rowspan',
  td: 'colspan rowspan',
}
const CLASSES = new Set('pull-quote place credit embed gallery footnotes number shortcode wide'.split(' '))
const HREF = /^(https?:\/\/[^/\\]|mailto:|tel:|\/(?![/\\])|#)/
const SRC = /^(https?:\/\/[^/\\]|\/(?![/\\]))/

const corpus = process.env.CORPUS_DIR ?? ''
const hostile = [
  ...readFileSync(join(corpus, 'hostile/xss.txt'), 'utf8').split('\n'),
  ...(JSON.parse(readFileSync(join(corpus, 'wordpress/oracle/kses.json'), 'utf8')) as string[][]).map(
    ([raw = '']) => raw,
  ),
]

/** Each string as it is, and where it could break out of a context that our own markup makes. */
const CONTEXTS: ((hostile: string) => string)[] = [
  (hostile) => hostile,
  (hostile) => `<p>before ${hostile} after</p>`,
  (hostile) => `<a href="${hostile}" title='${hostile}'>x</a><img src="${hostile}" alt="${hostile}">`,
  (hostile) => `<a href='${hostile}'>x</a><iframe src='${hostile}'></iframe><p id='${hostile}' lang='${hostile}'>x</p>`,
  (hostile) => `<table><tr><td>${hostile}<table>${hostile}</table></table>`,
  (hostile) =>
    `<svg>${hostile}</svg><math>${hostile}</math><noscript>${hostile}</noscript><template>${hostile}</template>`,
  (hostile) => `<xmp>${hostile}</xmp><textarea>${hostile}</textarea><!-- ${hostile} --><pre>${hostile}</pre>`,
]

test('no hostile string leaves an element, an attribute or an address that a body may not have', () => {
  expect(hostile.length).toBeGreaterThan(10_000)
  const faults: string[] = []
  for (const string of hostile) {
    for (const context of CONTEXTS) {
      const source = context(string)
      const { html } = sanitiseBody(source)
      const { html: again } = sanitiseBody(html)
      if (again !== html) faults.push(`not stable: ${source}`)
      for (const fault of faultsOf(html)) faults.push(`${fault}: ${source}`)
    }
  }
  console.log(`${hostile.length} strings in ${CONTEXTS.length} contexts, ${faults.length} faults`)
  expect(faults.slice(0, 20)).toEqual([])
}, 300_000)

test('the check sees what it looks for', () => {
  const planted = [
    '<p onclick="x()">a</p>',
    '<script>x()</script>',
    '<a href="javascript:x()">a</a>',
    '<img src="data:image/png,x" alt="">',
    '<a href="/\\other.example">a</a>',
    '<p class="masthead">a</p>',
    '<p id="comments">a</p>',
    '<!-- a -->',
    '<p style="color:red">a</p>',
  ]
  expect(planted.filter((html) => faultsOf(html).length === 0)).toEqual([])
})

/** What a browser would find in a page that holds this body, with and without script, and must not. */
function faultsOf(html: string): string[] {
  return [true, false].flatMap((scriptingEnabled) => {
    const document = parse(`<!doctype html><html><head></head><body><div>${html}</div></body></html>`, {
      scriptingEnabled,
    })
    return faultsIn(document, 0)
  })
}

function faultsIn(node: DefaultTreeAdapterTypes.Node, depth: number): string[] {
  if (node.nodeName === '#comment' && 'data' in node && node.data !== 'nextpage') return [`comment ${node.data}`]
  if (!('childNodes' in node)) return []
  const below = node.childNodes.flatMap((child) => faultsIn(child, depth + 1))
  // The document, <html>, <head>, <body> and the <div> around the body are the page's.
  if (!('tagName' in node) || (depth <= 3 && ['html', 'head', 'body', 'div'].includes(node.tagName))) return below
  return [...faultsAt(node), ...below]
}

function faultsAt({ tagName, namespaceURI, attrs }: DefaultTreeAdapterTypes.Element): string[] {
  const faults: string[] = []
  if (!ELEMENTS.has(tagName) || namespaceURI !== 'http://www.w3.org/1999/xhtml') faults.push(`<${tagName}>`)
  const allowed = `id class lang dir ${ATTRIBUTES[tagName] ?? ''}`.split(' ')
  for (const { name, value } of attrs) {
    if (!allowed.includes(name)) faults.push(`<${tagName} ${name}>`)
    if (/(?!\n)\p{Cc}/u.test(value)) faults.push(`control character in ${name}`)
    if (name === 'href' && !HREF.test(value)) faults.push(`href ${value}`)
    if (name === 'src' && !SRC.test(value)) faults.push(`src ${value}`)
    if (name === 'class' && value.split(' ').some((part) => !CLASSES.has(part))) faults.push(`class ${value}`)
    if (name === 'id' && /^(comments?|comment-.*|main|respond|author|email|url)$/i.test(value))
      faults.push(`id ${value}`)
  }
  return faults
}
