import { expect, test } from 'vitest'
import { type DocumentNode, documentOf } from '@/lib/documents/document'
import type { MarkName } from '@/lib/documents/node-types'
import { linkFaults } from './link-checks'

const SITE = 'https://courier.example'
const link = (href: string, text = 'the harbour plan', ...more: MarkName[]): DocumentNode => ({
  type: 'text',
  text,
  marks: [...more.map((type) => ({ type })), { type: 'link', attrs: { href } }],
})
const faults = (...content: DocumentNode[]) => linkFaults(documentOf([{ type: 'paragraph', content }]), SITE)
const NONE = { inside: 0, nowhere: 0, vague: 0 }

test.each([
  '/harbour/plan/',
  'https://courier.example/administration/',
  'https://elsewhere.example/admin/',
  'mailto:desk@courier.example',
  '#',
])('nothing is wrong with a link to %s that says where it leads', (href) => {
  expect(faults(link(href))).toEqual(NONE)
})

test.each(['/admin/articles/3/', 'https://courier.example/preview/abc/', '/login/', '//courier.example/admin'])(
  'a link to %s leads where readers are not let in',
  (href) => {
    expect(faults(link(href))).toEqual({ ...NONE, inside: 1 })
  },
)

test('a link within the text leads to a place that is there', () => {
  const text = documentOf([
    { type: 'heading', attrs: { id: 'part' }, content: [{ type: 'text', text: 'A part' }] },
    { type: 'rawHtml', attrs: { html: '<p id="raw">x</p>' } },
    { type: 'paragraph', content: [link('#part'), link('#raw', 'raw'), link('#gone', 'what is gone')] },
  ])
  expect(linkFaults(text, SITE)).toEqual({ ...NONE, nowhere: 1 })
})

test.each(['here', 'Click here!', '«هنا»', 'این‌جا', 'بیشتر…'])('“%s” does not say where it leads', (words) => {
  expect(faults(link('/plan/', words))).toEqual({ ...NONE, vague: 1 })
})

test('a link over words in several marks is one, and read as one', () => {
  expect(faults(link('/plan/', 'here '), link('/plan/', 'is the plan', 'bold'))).toEqual(NONE)
  expect(faults(link('/admin/', 'the '), link('/admin/', 'desk', 'bold'))).toEqual({ ...NONE, inside: 1 })
  const between: DocumentNode = { type: 'text', text: ' and ' }
  expect(faults(link('/plan/', 'here'), between, link('/plan/', 'here'))).toEqual({ ...NONE, vague: 2 })
})
