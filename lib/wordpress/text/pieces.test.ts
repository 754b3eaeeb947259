import { expect, test } from 'vitest'
import { piecesOf } from '@/lib/wordpress/text/pieces'

const sources = (html: string) => [...piecesOf(html)].map(({ kind, source }) => `${kind} ${source}`)

test('text, tags and what is not looked into are told apart', () => {
  expect(sources('a <b title="x > y">c</b><!-- <d> --><PRE>e <f></Pre> 1 < 2')).toEqual([
    'text a ',
    'tag <b title="x > y">',
    'text c',
    'tag </b>',
    'whole <!-- <d> -->',
    'whole <PRE>e <f></Pre>',
    'text  1 < 2',
  ])
})

test('all pieces together are the text again', () => {
  const odd = `<p <a "x' <!-- <pre> </p> <script>'</script> <1> < b> </> <img src='a">' /> & <a href=">`
  expect([...piecesOf(odd)].map(({ source }) => source).join('')).toBe(odd)
})
