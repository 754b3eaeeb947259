import { expect, test } from 'vitest'
import { usedIn } from './uses'

test('an article uses what it shows above its text, in it, and leads to, each once', () => {
  const body =
    '<figure><img src="/media/ab/3x2.jpg" alt=""></figure><p><a href="/wp-content/uploads/a%20b.pdf">Report</a></p>' +
    '<img src="/media/ab/3x2.jpg" alt="again"><img src="https://elsewhere.example/media/x.jpg" alt="">'
  expect(usedIn({ leadImage: { src: '/media/cd/6x4.png' }, body })).toEqual([
    { path: '/media/cd/6x4.png', place: 'lead' },
    { path: '/media/ab/3x2.jpg', place: 'text' },
    { path: '/wp-content/uploads/a b.pdf', place: 'text' },
  ])
})

test('a size of a picture is a use of the picture', () => {
  const used = usedIn({ leadImage: null, body: '<img src="/wp-content/uploads/2020/a&#x26;b-300x200.jpg?w=3" alt="">' })
  expect(used.map(({ path }) => path)).toEqual([
    '/wp-content/uploads/2020/a&b-300x200.jpg',
    '/wp-content/uploads/2020/a&b.jpg',
    '/wp-content/uploads/2020/a&b-scaled.jpg',
  ])
})

test('words about an address use nothing', () => {
  expect(usedIn({ leadImage: null, body: '<p>It was at src=/media/ab/3x2.jpg once.</p>' })).toEqual([])
})
