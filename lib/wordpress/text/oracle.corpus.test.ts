import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import sax from 'sax'
import { expect, test } from 'vitest'
import { embedAddress } from '@/lib/markup/embeds'
import { sanitiseBody } from '@/lib/markup/sanitise'
import { type BodyContext, convertBody } from '@/lib/wordpress/text/body'
import { addParagraphs } from '@/lib/wordpress/text/paragraphs'
import { wordpressSlug } from '@/lib/wordpress/text/slug'
import { typeset } from '@/lib/wordpress/text/typography'

// By hand, against what WordPress 6.1.9 made of the same texts (CORPUS_DIR). Prints its figures and every disagreement.

type Rendered = { id: string; title: string; raw: string; rendered: string; autop_only: string }

const corpus = process.env.CORPUS_DIR ?? ''
const oracle = (name: string): unknown => JSON.parse(readFileSync(join(corpus, 'wordpress/oracle', name), 'utf8'))
const titles = oracle('slug.json') as [string, string, string][]
const bodies = oracle('render.json') as Rendered[]

test('slugs are those that WordPress gives', () => {
  const wrong = titles.filter(([title, slug]) => wordpressSlug(title) !== slug)
  report('slugs', titles.length, wrong.length)
  for (const [title, slug] of wrong)
    console.log(`  ${show(title)} → ${show(wordpressSlug(title))}, WordPress ${show(slug)}`)
  expect(share(titles.length, wrong.length)).toBeGreaterThanOrEqual(0.995)
})

test('titles are set as WordPress sets them', () => {
  const changed = titles.filter(([title, , set]) => title !== set)
  const wrong = titles.filter(([title, , set]) => decoded(typeset(title)) !== decoded(set))
  report('titles set', titles.length, wrong.length)
  console.log(
    `  of the ${changed.length} that WordPress changes, ${changed.filter((title) => wrong.includes(title)).length} differ`,
  )
  // All that is left are strings of quotation marks and broken tags with quotes in them: no headline has either.
  for (const [title, , set] of wrong)
    console.log(`  ${show(title)} → ${show(typeset(title))}, WordPress ${show(decoded(set))}`)
  expect(share(titles.length, wrong.length)).toBeGreaterThanOrEqual(0.97)
})

test('paragraphs are those that WordPress adds', () => {
  const wrong = bodies.filter(({ raw, autop_only }) => addParagraphs(raw).trim() !== autop_only.trim())
  const other = wrong.filter(
    ({ raw, autop_only }) => sanitiseBody(addParagraphs(raw)).html !== sanitiseBody(autop_only).html,
  )
  report('paragraphs to the letter', bodies.length, wrong.length)
  report('paragraphs as a body', bodies.length, other.length)
  for (const { id, title } of wrong) console.log(`  ${id} ${title}`)
  expect(share(bodies.length, wrong.length)).toBeGreaterThanOrEqual(0.97)
})

/** What WordPress draws from the rest of the site at that moment, and we deliberately do not. By class of the element. */
const NOT_DRAWN: Readonly<Record<string, string>> = {
  'wp-block-archives': 'lists the months of the site',
  'wp-block-calendar': 'the month of the day of drawing',
  'wp-block-categories': 'lists the categories of the site',
  'wp-block-latest-comments': 'the newest comments of the site',
  'wp-block-latest-posts': 'the newest posts of the site',
  'wp-block-page-list': 'lists the pages of the site',
  'components-placeholder': 'says that a foreign feed (core/rss) cannot be fetched',
  'wp-block-search': 'a form',
  'wp-block-social-links': 'icons of the theme, each with the name of a network',
  'wp-block-tag-cloud': 'lists the tags of the site',
  'wp-block-navigation': 'a menu of the site',
  'wp-block-query': 'lists posts of the site',
  'wp-block-post-title': 'the title, drawn by the article page',
  'wp-block-post-date': 'the date, drawn by the article page',
  'wp-block-post-excerpt': 'the excerpt, drawn by the article page',
  'wp-block-post-terms': 'the terms, drawn by the article page',
  'wp-block-comments': 'the comments, drawn by the article page',
  'wp-block-post-comments-form': 'a form',
  'wp-block-loginout': 'a form or a link to one',
  'wp-block-read-more': 'a link to the post itself',
}

test('bodies read as WordPress draws them', () => {
  const compared = bodies.map(({ id, title, raw, rendered }) => {
    const { html, losses } = convertBody(raw, nothingKnown)
    const excluded = new Set<string>()
    const ours = textOf(typeset(html))
    const theirs = textOf(rendered)
    const drawn = textOf(rendered, excluded)
    return { id, title, ours, drawn, same: ours === theirs, sameDrawn: ours === drawn, excluded: [...excluded], losses }
  })
  const touched = compared.filter(({ excluded }) => excluded.length > 0)
  const wrong = compared.filter(({ sameDrawn }) => !sameDrawn)
  report('bodies by text, nothing left out', compared.length, compared.filter(({ same }) => !same).length)
  report('bodies by text, but for what is not drawn', compared.length, wrong.length)
  console.log(`  left out in ${touched.length} bodies:`)
  for (const { id, title, excluded } of touched) console.log(`    ${id} ${title}: ${excluded.join(', ')}`)
  for (const { id, title, ours, drawn } of wrong) {
    const at = firstDifference(ours, drawn)
    console.log(`  ${id} ${title}: ${show(ours.slice(at, at + 80))}, WordPress ${show(drawn.slice(at, at + 80))}`)
  }
  expect(share(compared.length, wrong.length)).toBeGreaterThanOrEqual(0.95)
})

test.each(['en', 'ar', 'fa', 'he'])('every body of the export %s is converted, canonical, and in time', (language) => {
  const stored = storedBodies(gunzipSync(readFileSync(join(corpus, `wordpress/exports/${language}.xml.gz`))).toString())
  const before = process.cpuUsage()
  const converted = stored.map((raw) => convertBody(raw, nothingKnown))
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  const losses: Record<string, number> = {}
  for (const body of converted)
    for (const [what, times] of Object.entries(body.losses)) losses[what] = (losses[what] ?? 0) + times
  const characters = stored.reduce((sum, raw) => sum + raw.length, 0)
  console.log(
    `${language}: ${stored.length} bodies, ${(characters / 1e6).toFixed(1)} million characters, ${seconds.toFixed(2)} s of processors`,
  )
  console.log(
    `  ${Object.entries(losses)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 25)
      .map(([what, times]) => `${what} ${times}`)
      .join(', ')}`,
  )
  expect(converted.filter(({ html }) => sanitiseBody(html).html !== html)).toEqual([])
  // Some 5 s for the largest where nothing else runs; a busy machine is no fault of ours.
  expect(seconds).toBeLessThan(60)
})

test('hostile strings are as harmless imported as sanitised', () => {
  const hostile = readFileSync(join(corpus, 'hostile/xss.txt'), 'utf8').split('\n')
  const contexts = [
    (text: string) => text,
    (text: string) => `[caption]<img src="${text}">${text}[/caption]\n[gallery ${text}]\n${text}`,
  ]
  const unstable = hostile.flatMap((text) =>
    contexts
      .map((context) => convertBody(context(text), nothingKnown).html)
      .filter((html) => sanitiseBody(html).html !== html),
  )
  expect(unstable).toEqual([])
})

const nothingKnown: BodyContext = {
  ownHosts: new Set(['127.0.0.1:8790']),
  attachment: () => undefined,
  children: () => [],
  reusableBlock: () => undefined,
}

function storedBodies(xml: string): string[] {
  const found: string[] = []
  let body: string | null = null
  const parser = sax.parser(false, { lowercase: true })
  // Real exports hold characters that XML forbids; the reader of the import is stricter about them than this one.
  parser.onerror = () => {
    parser.resume()
  }
  parser.onopentag = ({ name }) => {
    if (name === 'content:encoded') body = ''
  }
  parser.oncdata = (text) => {
    if (body !== null) body += text
  }
  parser.onclosetag = (name) => {
    if (name === 'content:encoded' && body) found.push(body)
    if (name === 'content:encoded') body = null
  }
  parser.write(xml).close()
  return found
}

const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote footer pre hr br figure figcaption table caption thead tbody tfoot tr td th div section details summary address audio video iframe'.split(
    ' ',
  ),
)

/**
 * Text on one line. A player is its address, which is what we draw of it; addresses of the same embed are one address.
 * What NOT_DRAWN names is left out if `excluded` is given, and named there.
 */
function textOf(html: string, excluded?: Set<string>): string {
  let text = ''
  const read = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('value' in node) text += node.value
    if (!('childNodes' in node)) return
    const { tagName = '', attrs = [] } = 'tagName' in node ? node : {}
    const classes = attrs.find(({ name }) => name === 'class')?.value.split(/\s+/) ?? []
    const named = classes.find((name) => Object.hasOwn(NOT_DRAWN, name))
    if (named !== undefined) excluded?.add(named)
    if ((named !== undefined && excluded) || tagName === 'script' || tagName === 'style') return
    const source = attrs.find(({ name, value }) => name === 'src' && /^(https?:\/)?\//.test(value))?.value
    if (BLOCKS.has(tagName)) text += ' '
    if (source !== undefined && /^(audio|video|iframe)$/.test(tagName)) text += source
    else for (const child of node.childNodes) read(child)
    if (BLOCKS.has(tagName)) text += ' '
  }
  read(parse(html, { scriptingEnabled: false }))
  return text
    .replace(/https?:\/\/\S+/g, (address) => embedAddress(address) ?? address)
    .replace(/\s+/g, ' ')
    .trim()
}

function decoded(html: string): string {
  return html.replace(/&#0*(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return Math.max(0, at - 20)
}

function share(all: number, wrong: number): number {
  return (all - wrong) / all
}

function report(what: string, all: number, wrong: number): void {
  console.log(`${what}: ${all - wrong} of ${all} (${(100 * share(all, wrong)).toFixed(2)} %)`)
}

function show(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text)
}
