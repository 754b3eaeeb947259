import { expect, test } from 'vitest'
import type { ArticleCard } from '@/lib/articles/view'
import type { Category } from '@/lib/taxonomy/category-tree'
import { arrangeFront } from './arrange'

const picture = { src: '/a.svg', alt: '', caption: '', credit: '', width: 3, height: 2 }
const card = (id: number, over: Partial<ArticleCard> = {}): ArticleCard => ({
  id,
  path: `/${id}/`,
  headline: `Headline ${id}`,
  kicker: null,
  label: 'NEWS',
  summary: '',
  locale: 'en',
  byline: { authors: [], override: null },
  category: null,
  publishedAt: new Date(Date.UTC(2026, 10, 22) - id * 1000),
  commentCount: 0,
  image: picture,
  pinned: false,
  ...over,
})
const section = (id: number): Category => ({
  id,
  slug: `s${id}`,
  path: `s${id}`,
  name: `Section ${id}`,
  description: '',
  locale: null,
  position: id,
  parentId: null,
})
const ids = (cards: ArticleCard[]) => cards.map(({ id }) => id)

test('the newest piece of news with a picture leads, an opinion does not', () => {
  const latest = [card(1, { label: 'OPINION' }), card(2, { image: null }), card(3), card(4)]
  expect(arrangeFront({ pinned: [], latest, sections: [] }).lead?.id).toBe(3)
})

test('what is pinned stands first beside the lead', () => {
  const latest = [1, 2, 3, 4, 5].map((id) => card(id))
  const front = arrangeFront({ pinned: [card(9, { image: null })], latest, sections: [] })
  expect(front.lead?.id).toBe(1)
  expect(ids(front.seconds)).toEqual([9, 2, 3])
})

test('nothing stands twice but in the latest list', () => {
  const latest = [1, 2, 3, 4, 5, 6].map((id) => card(id))
  const front = arrangeFront({
    pinned: [],
    latest,
    sections: [
      { section: section(1), articles: latest },
      { section: section(2), articles: latest },
    ],
  })
  const placed = [front.lead?.id, ...ids(front.seconds), ...front.large.flatMap(({ articles }) => ids(articles))]
  expect(new Set(placed).size).toBe(placed.length)
  expect(ids(front.latest)).toEqual([1, 2, 3, 4, 5, 6])
})

test('a section of opinions gets the strip', () => {
  const opinions = [7, 8].map((id) => card(id, { label: 'OPINION' }))
  const front = arrangeFront({ pinned: [], latest: [card(1)], sections: [{ section: section(1), articles: opinions }] })
  expect(front.opinion && ids(front.opinion.articles)).toEqual([7, 8])
  expect(front.large).toEqual([])
})

test('the liveliest sections are large, and the small ones fill one row', () => {
  const sections = [5, 1, 3, 4, 7, 6, 2].map((id) => ({
    section: section(id),
    articles: [card(id * 10), card(id * 10 + 1)],
  }))
  const front = arrangeFront({ pinned: [], latest: [], sections })
  expect(front.large.map(({ section: one }) => one?.id)).toEqual([1, 2, 3])
  expect(front.small.map(({ section: { id } }) => id)).toEqual([4, 5, 6, 7])
})

test('three sections are all large', () => {
  const sections = [1, 2, 3].map((id) => ({ section: section(id), articles: [card(id * 10)] }))
  expect(arrangeFront({ pinned: [], latest: [], sections }).large).toHaveLength(3)
})

test('a site without articles has an empty front', () => {
  expect(arrangeFront({ pinned: [], latest: [], sections: [] })).toEqual({
    lead: null,
    seconds: [],
    latest: [],
    opinion: null,
    large: [],
    small: [],
  })
})

test('what editors have chosen stands where they put it, and what they left open fills up by itself', () => {
  const latest = [1, 2, 3, 4, 5].map((id) => card(id))
  const chosen = { lead: card(7), pins: [card(8, { image: null }), card(5)], blocks: null }
  const front = arrangeFront({ pinned: [card(9)], latest, sections: [], chosen })
  expect([front.lead?.id, ids(front.seconds)]).toEqual([7, [8, 5, 9]])
})

test('what is put below the lead does not lead, however new it is', () => {
  const latest = [card(9), card(8)]
  const front = arrangeFront({
    pinned: [],
    latest,
    sections: [],
    chosen: { lead: null, pins: [card(9)], blocks: null },
  })
  expect([front.lead?.id, front.seconds[0]?.id]).toEqual([8, 9])
})

test('chosen sections come in their order, each as long as was said, without what stands further up', () => {
  const latest = [1, 2, 3, 4, 5, 6].map((id) => card(id))
  const blocks = [
    { section: section(2), articles: [1, 7, 8, 9].map((id) => card(id)), count: 2 },
    { section: null, articles: latest, count: 8 },
    { section: section(3), articles: [card(1)], count: 3 },
  ]
  const front = arrangeFront({ pinned: [], latest, sections: [], chosen: { lead: null, pins: [], blocks } })
  expect(front.lead?.id).toBe(1)
  expect(front.large.map((block) => [block.section?.id ?? null, ids(block.articles)])).toEqual([
    [2, [7, 8]],
    [null, [5, 6]],
  ])
  expect([front.opinion, front.small]).toEqual([null, []])
})
