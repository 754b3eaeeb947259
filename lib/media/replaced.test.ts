import { expect, test } from 'vitest'
import { replacedInDocument, replacedInHtml, replacedInImage } from './replaced'

const replacement = { from: '/media/ab/3x2.jpg', to: '/media/cd/8x4.png', width: 8, height: 4 }

test('in a text the new picture stands where the old one stood, in its own size', () => {
  const html =
    '<figure><img src="/media/ab/3x2.jpg" alt="A > B" width="3" height="2"></figure><img src="/media/ab/30x2.jpg" alt="">'
  const after =
    '<figure><img src="/media/cd/8x4.png" alt="A > B" width="8" height="4"></figure><img src="/media/ab/30x2.jpg" alt="">'
  expect(replacedInHtml(html.replace(' > ', ' &gt; '), replacement)).toBe(after.replace(' > ', ' &gt; '))
})

test('links to it lead to the new one, and sizes of it are replaced as well', () => {
  const old = { ...replacement, from: '/wp-content/uploads/a&b.jpg' }
  const html =
    '<a href="/wp-content/uploads/a&#x26;b.jpg"><img src="/wp-content/uploads/a&#x26;b-300x200.jpg?x" alt=""></a><a href="/media/">No</a>'
  expect(replacedInHtml(html, old)).toBe(
    '<a href="/media/cd/8x4.png"><img src="/media/cd/8x4.png" alt=""></a><a href="/media/">No</a>',
  )
})

test('in a document and above the text likewise, and nothing else changes', () => {
  const image = { type: 'image', attrs: { src: '/media/ab/3x2.jpg', alt: 'x', width: 3, height: null } }
  const text = {
    type: 'text',
    text: '/media/ab/3x2.jpg',
    marks: [{ type: 'link', attrs: { href: '/media/ab/3x2.jpg' } }],
  }
  expect(replacedInDocument({ type: 'doc', content: [image, text] }, replacement)).toEqual({
    type: 'doc',
    content: [
      { type: 'image', attrs: { src: '/media/cd/8x4.png', alt: 'x', width: 8, height: null } },
      { ...text, marks: [{ type: 'link', attrs: { href: '/media/cd/8x4.png' } }] },
    ],
  })
  const lead = { src: '/media/ab/3x2.jpg', alt: 'Mine', caption: '', credit: '', width: 3, height: 2 }
  expect(replacedInImage(lead, replacement)).toEqual({ ...lead, src: '/media/cd/8x4.png', width: 8, height: 4 })
})
