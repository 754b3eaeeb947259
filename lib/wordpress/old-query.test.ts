import { expect, test } from 'vitest'
import { type OldQuery, oldParameters, readOldQuery, type Subject } from './old-query'

const read = (query: string) => readOldQuery(new URLSearchParams(query))

test.each<[string, Subject]>([
  ['p=12', { kind: 'post', id: 12 }],
  ['page_id=7', { kind: 'post', id: 7 }],
  ['p=99999999999', { kind: 'post', id: 0 }],
  ['attachment_id=3', { kind: 'attachment', id: 3 }],
  ['cat=5', { kind: 'category', id: 5 }],
  ['author=2', { kind: 'author', id: 2 }],
  ['author_name=maren', { kind: 'author slug', slug: 'maren' }],
  ['tag=late%20boats', { kind: 'tag', slug: 'late boats' }],
  ['name=%D9%82%D8%A7%D8%B1%D8%A8', { kind: 'slug', slug: 'قارب' }],
  ['pagename=about/team/', { kind: 'page path', path: 'about/team' }],
  ['category_name=harbour/ferries', { kind: 'category path', path: 'harbour/ferries' }],
  ['m=2021', { kind: 'date', digits: '2021' }],
  ['m=202105', { kind: 'date', digits: '202105' }],
  ['m=20210507', { kind: 'date', digits: '20210507' }],
  ['m=202113', { kind: 'date', digits: '2021' }],
  ['m=20210231', { kind: 'date', digits: '202102' }],
  ['year=2021&monthnum=5&day=7', { kind: 'date', digits: '20210507' }],
  ['year=2021', { kind: 'date', digits: '2021' }],
  ['s=late boat', { kind: 'search', query: 'late boat' }],
  ['s=', { kind: 'search', query: '' }],
  ['feed=comments-rss2', { kind: 'comments' }],
  ['feed=rss2', { kind: 'front' }],
  ['paged=3', { kind: 'front' }],
])('?%s asks for %o', (query, subject) => {
  expect(read(query)?.subject).toEqual(subject)
})

test.each<[string, Omit<OldQuery, 'subject'>]>([
  ['cat=5&paged=3', { feed: null, page: 3 }],
  ['cat=5&feed=atom', { feed: 'atom', page: 1 }],
  ['p=12&feed=rss2', { feed: 'rss', page: 1 }],
  ['feed=comments-atom', { feed: 'atom', page: 1 }],
  ['tag=x&paged=nonsense', { feed: null, page: 1 }],
])('?%s has %o', (query, wanted) => {
  expect(read(query)).toMatchObject(wanted)
})

test.each(['', 'utm_source=x', 'amp=1', 'm=1', 'fbclid=p', 'q=boat', 'year=21'])('?%s asks for nothing', (query) => {
  expect(read(query)).toBeNull()
  expect(oldParameters(new URLSearchParams(query))).toEqual([])
})

test('of all parameters those count that decide, in one order', () => {
  const query = new URLSearchParams('feed=rss2&utm_source=x&p=12')
  expect(oldParameters(query)).toEqual([
    ['p', '12'],
    ['feed', 'rss2'],
  ])
})
