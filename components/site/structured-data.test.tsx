import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StructuredData } from './structured-data'

test('planted: a headline that would end the script does not', () => {
  const headline = '</script><script>alert(1)</script><!-- & "'
  const html = renderToStaticMarkup(<StructuredData things={[{ '@type': 'NewsArticle', headline }]} />)
  expect(html.match(/<\/?script/g)).toEqual(['<script', '</script'])
  expect(html).not.toContain('<!--')
  const json = html.replace(/^<script[^>]*>|<\/script>$/g, '')
  expect(JSON.parse(json)['@graph'][0].headline).toBe(headline)
})

test('where there is nothing to say nothing is written', () => {
  expect(renderToStaticMarkup(<StructuredData things={[]} />)).toBe('')
})
