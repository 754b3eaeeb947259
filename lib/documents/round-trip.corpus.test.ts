import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Node } from '@tiptap/pm/model'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { expect, test, vi } from 'vitest'
import { countWords } from '@/lib/articles/reading-time'
import { bodyFromMarkdown } from '@/lib/demo/markdown'
import { readDemoNewsroom } from '@/lib/demo/newsroom'
import { plainText } from '@/lib/markup/plain-text'
import { sanitiseBody } from '@/lib/markup/sanitise'
import { readPosts, surveyFiles } from '@/lib/wordpress/export-files'
import { bodyConverter, bodyFacts, postBody } from '@/lib/wordpress/post-body'
import { SILENT } from '@/lib/wordpress/progress'
import { compactDocument } from './compact'
import { type ArticleDocument, type DocumentNode, documentOf } from './document'
import { documentToHtml } from './document-html'
import { documentMarkup } from './document-markup'
import { documentText } from './document-text'
import { htmlToDocument } from './html-document'
import { documentSchema } from './prosemirror-schema'
import { rawBlocks } from './raw-blocks'
import { parseDocument } from './schema'

// Opened in the editor and saved without a change, no text of a real archive (CORPUS_DIR) may read otherwise. What is
// compared is read here by parse5, with nothing of the converter's.

vi.stubEnv('SECRET', 'the same in every trial of the import')

const corpus = process.env.CORPUS_DIR ?? ''

test.each([
  ['exports/en.xml.gz', 2_400],
  ['exports/ar.xml.gz', 250],
  ['exports/fa.xml.gz', 200],
  ['exports/he.xml.gz', 150],
  ['fixtures/theme-unit-test', 100],
])('%s: every body opens and is saved as it was', async (name, least) => {
  const bodies = await bodiesOf(join(corpus, 'wordpress', name))
  expect(bodies.length).toBeGreaterThan(least)
  expect(report(name, bodies)).toEqual([])
})

test('every article of the demo opens and is saved as it was, without a raw block', () => {
  const bodies = readDemoNewsroom().articles.map(({ markdown }) => bodyFromMarkdown(markdown))
  expect(bodies.length).toBeGreaterThan(20)
  expect(report('demo', bodies)).toEqual([])
  expect(bodies.flatMap((body) => rawBlocks(htmlToDocument(body)))).toEqual([])
})

test('the comparison sees a word, a mark, an attribute and an element that went', () => {
  const body =
    '<p>a <a href="/x/">b</a> <em>c</em></p><ol start="3"><li>d</li></ol><figure><img src="/i.png" alt="e"></figure>'
  const worse = [
    body.replace('a ', ''),
    body.replace('/x/', '/y/'),
    body.replace(/<\/?em>/g, ''),
    body.replace(' start="3"', ''),
    body.replace(/<\/?li>/g, ''),
    body.replace('alt="e"', 'alt=""'),
    body.replace('<figure>', '<figure class="wide">'),
  ]
  expect(worse.filter((html) => seen(html) === seen(body))).toEqual([])
})

/** Each string where a document has words, and where it has addresses; names of attributes and nodes too. */
const HOSTILE: ((hostile: string) => DocumentNode[])[] = [
  (text) => [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  (text) => [{ type: 'codeBlock', content: [{ type: 'text', text }] }],
  (text) => [{ type: 'image', attrs: { src: '/a.jpg', alt: text, credit: text }, content: [{ type: 'text', text }] }],
  (text) => [{ type: 'image', attrs: { src: text, alt: '', href: text } }],
  (text) => [{ type: 'embed', attrs: { href: text, title: text } }],
  (text) => [{ type: 'embed', attrs: { href: `https://video.example/${text}`, title: text } }],
  (text) => [{ type: 'rawHtml', attrs: { html: text } }],
  (text) => [
    {
      type: 'paragraph',
      attrs: { id: text, lang: text, dir: text, class: text },
      content: [{ type: 'text', text: 'a' }],
    },
  ],
  (text) => [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: text, title: text, id: text } }] }],
    },
  ],
  (text) => [
    {
      type: 'paragraph',
      content: [{ type: 'text', text, marks: [{ type: 'phrase', attrs: { tag: text, datetime: text } }] }],
    },
  ],
  (text) => [
    { type: 'paragraph', content: [{ type: 'footnoteMark', attrs: { note: text, back: text } }] },
    { type: 'footnotes', attrs: { title: text }, content: [{ type: 'footnote', attrs: { note: text, back: text } }] },
  ],
]

test('no hostile string in a document gets past the writer: the sanitiser finds nothing to take out', () => {
  const strings = readFileSync(join(corpus, 'hostile/xss.txt'), 'utf8').split('\n').filter(Boolean)
  expect(strings.length).toBeGreaterThan(6_000)
  const faults: string[] = []
  for (const text of strings) {
    for (const make of HOSTILE) {
      const content = make(text)
      const document = documentOf(content)
      const markup = documentMarkup(document, 'ltr')
      const { html, removed } = sanitiseBody(markup)
      // What the check on writing lets through, the writer gets right by itself; of the rest only the end is looked at.
      const untouched = Object.keys(removed).length === 0 && seen(html) === seen(markup)
      if (parseDocument(document).ok && !untouched) faults.push(`${content[0]?.type}: ${text}`)
      if (sanitiseBody(html).html !== html) faults.push(`not stable, ${content[0]?.type}: ${text}`)
    }
  }
  console.log(`${strings.length} strings in ${HOSTILE.length} places, ${faults.length} faults`)
  expect(faults.slice(0, 20)).toEqual([])
})

async function bodiesOf(path: string): Promise<string[]> {
  const files = path.endsWith('.gz')
    ? [path]
    : readdirSync(path)
        .filter((name) => name.endsWith('.xml'))
        .map((name) => join(path, name))
  const bodies: string[] = []
  for (const file of files) {
    const convert = bodyConverter(bodyFacts(await surveyFiles([file], SILENT)))
    for await (const post of readPosts([file], SILENT)) bodies.push(convert(postBody(post)).html)
  }
  return bodies
}

/** Prints what became of the bodies, and answers the first faults. */
function report(name: string, bodies: readonly string[]): string[] {
  const faults: string[] = []
  const raw = new Map<string, number>()
  let [same, blocks, words] = [0, 0, 0]
  for (const body of bodies) {
    const document = htmlToDocument(body)
    const parsed = parseDocument(document)
    if (!parsed.ok) faults.push(`refused: ${parsed.reason} in ${body.slice(0, 200)}`)
    const saved = documentToHtml(throughEditor(document), 'ltr')
    if (saved === body) same++
    else if (seen(saved) !== seen(body)) faults.push(difference(body, saved))
    if (sanitiseBody(saved).html !== saved) faults.push(`not canonical: ${saved.slice(0, 300)}`)
    if (countWords(plainText(saved)) !== countWords(plainText(body))) faults.push(`other words: ${body.slice(0, 300)}`)
    if (countWords(documentText(document)) === countWords(plainText(body))) words++
    blocks += document.content?.length ?? 0
    for (const html of rawBlocks(document)) {
      const element = /^<([a-z\d]+(?: class="[^"]*")?)/.exec(html)?.[1] ?? 'text'
      raw.set(element, (raw.get(element) ?? 0) + 1)
    }
  }
  const lost = [...raw].sort(([, a], [, b]) => b - a).map(([element, times]) => `${times} ${element}`)
  console.log(
    `${name}: ${bodies.length} bodies, ${same} byte for byte, ${words} counted alike; of ${blocks} blocks raw: ${lost.join(', ') || 'none'}`,
  )
  return faults.slice(0, 5)
}

/** As the editor has it: ProseMirror's own nodes, checked, and written as JSON again. */
function throughEditor(document: ArticleDocument): ArticleDocument {
  const node = Node.fromJSON(documentSchema, document)
  node.check()
  return compactDocument(node.toJSON())
}

const INLINE = new Set(
  'a strong em b i u s del ins small sub sup abbr mark time span q cite code kbd samp var'.split(' '),
)

const isInLine = (name: string) => INLINE.has(name) || name === 'br' || name === 'img'

/** What a reader gets: each run of text with the blocks it stands in and everything that is said of it, in any order. */
function seen(html: string): string {
  const runs: [string, string, string][] = []
  const walk = (node: DefaultTreeAdapterTypes.ChildNode, blocks: string, marks: readonly string[]) => {
    if ('value' in node) {
      const all = [...new Set(marks)].sort().join(' ')
      const last = runs.at(-1)
      if (last && last[0] === blocks && last[1] === all && !/^(img|br) /.test(last[2])) last[2] += node.value
      else runs.push([blocks, all, node.value])
    } else if ('tagName' in node) {
      const said = `${node.tagName} ${node.attrs
        .map(({ name, value }) => `${name}=${value}`)
        .sort()
        .join(' ')}`
      if (node.tagName === 'br' || node.tagName === 'img') {
        runs.push([blocks, [...new Set(marks)].sort().join(' '), said])
        return
      }
      const inline = INLINE.has(node.tagName)
      if (!inline && node.childNodes.length === 0) runs.push([blocks, said, ''])
      let blocksBefore = 0
      for (const child of node.childNodes) {
        if ('tagName' in child && !isInLine(child.tagName)) blocksBefore++
        if (inline) walk(child, blocks, [...marks, said])
        else walk(child, `${blocks}/${said} ${blocksBefore}`, marks)
      }
    } else if ('data' in node) {
      runs.push([blocks, 'comment', node.data])
    }
  }
  for (const [i, child] of parseFragment(html).childNodes.entries()) walk(child, `${i}`, [])
  return JSON.stringify(runs)
}

/** The first run that reads otherwise. */
function difference(body: string, saved: string): string {
  const [one, other] = [JSON.parse(seen(body)) as unknown[], JSON.parse(seen(saved)) as unknown[]]
  const at = one.findIndex((run, i) => JSON.stringify(run) !== JSON.stringify(other[i]))
  return `${JSON.stringify(one.slice(at, at + 2))} BECAME ${JSON.stringify(other.slice(at, at + 2))}`
}
