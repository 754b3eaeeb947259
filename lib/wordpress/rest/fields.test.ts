import { expect, test } from 'vitest'
import { pick, readEmbeds, readFields, wants } from './fields'

const fields = (query: string) => readFields(new URLSearchParams(query))
const post = { id: 1, title: { rendered: 'A', raw: 'B' }, content: { rendered: 'long' }, tags: [1] }

test('without _fields everything is there', () => {
  expect(pick(post, fields(''))).toEqual(post)
  expect(wants(null, 'content')).toBe(true)
})

test('fields are picked whole and in part', () => {
  expect(pick(post, fields('_fields=id,title.rendered'))).toEqual({ id: 1, title: { rendered: 'A' } })
  expect(pick(post, fields('_fields[]=tags&_fields[]=nothing.there'))).toEqual({ tags: [1] })
  expect(wants(fields('_fields=id,title.rendered'), 'title')).toBe(true)
  expect(wants(fields('_fields=id,titles'), 'title')).toBe(false)
})

test('links are drawn out where it is asked for, all or some', () => {
  expect(readEmbeds(new URLSearchParams(''))).toBeNull()
  for (const all of ['_embed', '_embed=1', '_embed=true'])
    expect(readEmbeds(new URLSearchParams(all))?.('author')).toBe(true)
  const some = readEmbeds(new URLSearchParams('_embed=author,wp:term'))
  expect([some?.('author'), some?.('wp:term'), some?.('replies')]).toEqual([true, true, false])
})
