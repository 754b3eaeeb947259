import { expect, test } from 'vitest'
import { articleText } from './article-text'
import { documentOf } from './document'

test('the body is written for the direction that the article’s language has', () => {
  const document = documentOf([{ type: 'paragraph', content: [{ type: 'text', text: 'We patch it.' }] }])
  expect(articleText(document, 'en-GB')).toEqual({ document, body: '<p>We patch it.</p>' })
  expect(articleText(document, 'fa').body).toBe('<p dir="ltr">We patch it.</p>')
})
