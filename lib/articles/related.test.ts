import { expect, test } from 'vitest'
import { chooseRelated } from './related'

const articles = ['/a/', '/b/', '/c/', '/d/'].map((path) => ({ path }))
const chosen = (neighbours: ({ path: string } | null)[], count = 3) =>
  chooseRelated(articles, neighbours, count).map(({ path }) => path)

test('nothing is offered twice while there is something else', () => {
  expect(chosen([{ path: '/a/' }, { path: '/c/' }], 2)).toEqual(['/b/', '/d/'])
})

test('where there is nothing else, a neighbour is better than nothing', () => {
  expect(chosen([{ path: '/a/' }, null], 4)).toEqual(['/b/', '/c/', '/d/', '/a/'])
  expect(chosen([null, null])).toEqual(['/a/', '/b/', '/c/'])
})
