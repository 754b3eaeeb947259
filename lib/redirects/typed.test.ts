import { expect, test } from 'vitest'
import { readTyped } from './typed'

const HERE = 'https://courier.example'
const read = (from: string, to: string, status = '301') => {
  const reading = readTyped({ from, to, status }, HERE)
  return reading.ok ? reading.value : reading.reason
}

test('a path leads to a path, whole addresses of this site are paths, and escapes are decoded', () => {
  const wanted = { isPattern: false, toExtra: '', status: 301 }
  expect(read('/old/', '/new/')).toEqual({ ...wanted, fromPath: '/old/', toPath: '/new/' })
  expect(read('https://courier.example/%D8%B3/', 'https://courier.example/')).toEqual({
    ...wanted,
    fromPath: '/س/',
    toPath: '/',
  })
  expect(read('page.html', '/a//b/?x=1#part')).toMatchObject({ toPath: '/a/b/', toExtra: '?x=1#part' })
})

test('a target elsewhere is http or https, and says no name and no password', () => {
  expect(read('/a/', 'https://Elsewhere.example/ä')).toMatchObject({ toPath: 'https://elsewhere.example/%C3%A4' })
  for (const to of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://x.example/',
    'https://a:b@x.example/',
    'mailto:x@y.z',
  ])
    expect(read('/a/', to), to).toBe('toWrong')
})

test('what is an address only with its star is refused, not thrown', () => {
  for (const to of ['https://*', 'http://*', 'https:///*']) expect(read('/a/*', to), to).toBe('toWrong')
})

test('what an editor’s program wrote in other letters than UTF-8 is refused, and what is escaped is not', () => {
  expect([read('/caf\uFFFD/', '/b/'), read('/a/', '/caf\uFFFD/')]).toEqual(['lettersLost', 'lettersLost'])
  expect(read('/caf%EF%BF%BD/', '/b/')).toMatchObject({ fromPath: '/caf\uFFFD/' })
})

test('what a browser takes for another host is no path', () => {
  for (const to of ['//evil.example/', '/\\evil.example/', '\\\\evil.example', 'evil.example/x', '/a b/', 'https:evil'])
    expect(read('/a/', to), to).toBe('toWrong')
})

test('gone needs no target, the others do', () => {
  expect(read('/a/', '', '410')).toMatchObject({ toPath: '', status: 410 })
  expect(read('/a/', '/b/', '410')).toBe('toWithGone')
  expect(read('/a/', '')).toBe('toMissing')
  expect([read('/a/', '/b/', '307'), read('/a/', '/b/', '308')]).toMatchObject([{ status: 302 }, { status: 301 }])
  expect(read('/a/', '/b/', '200')).toBe('statusWrong')
})

test('a star stands at the end, behind a slash, and nowhere else', () => {
  expect(read('/old/*', '/new/*')).toMatchObject({ fromPath: '/old/*', isPattern: true, toPath: '/new/*' })
  expect(read('/old/*', '/new/')).toMatchObject({ isPattern: true, toPath: '/new/' })
  expect(read('/old/*', 'https://x.example/y/*')).toMatchObject({ toPath: 'https://x.example/y/*' })
  for (const [from, to] of [
    ['/a*', '/b/'],
    ['/*/a/', '/b/'],
    ['^/old/(.*)$', '/b/'],
    ['/a/', '/b/*'],
    ['/a/*', '/b/*?x=1'],
  ])
    expect(read(from ?? '', to ?? ''), `${from} ${to}`).toBe('starPlace')
  expect(read('/a/*', 'https://x.example*')).toBe('toWrong')
  expect(read('/a/*', 'https://x.example/*/y')).toBe('starPlace')
  expect(read('/*', '/b/')).toBe('patternAll')
})

test('nothing leads away from what the site answers itself', () => {
  for (const from of [
    '/',
    '/admin/x/',
    '/feed/',
    '/2026/11/',
    '/wp-login.php',
    '/wp-admin/post.php',
    '/corrections/',
    '/category/',
  ])
    expect(read(from, '/b/'), from).toBe('reserved')
  for (const from of ['/admin/*', '/media/*', '/wp-admin/*']) expect(read(from, '/b/'), from).toBe('reserved')
  for (const from of ['/category/old/', '/tag/x/', '/author/y/', '/2019/05/slug/', '/2019/*', '/category/*'])
    expect(read(from, '/b/'), from).toMatchObject({ toPath: '/b/' })
})

test('an address with a query is that very address, and no pattern', () => {
  const wanted = { isPattern: false, toPath: '/b/', status: 301 }
  expect(read('/?p=12', '/b/')).toMatchObject({ ...wanted, fromPath: '/?p=12' })
  expect(read('https://courier.example/index.php?cat=3', '/b/')).toMatchObject({ fromPath: '/?cat=3' })
  expect(read('/old.php?id=3&v=aB', '/b/')).toMatchObject({ ...wanted, fromPath: '/old.php?id=3&v=aB' })
  expect(read('/old.php?a=%D8%B3/*', '/b/')).toMatchObject({ fromPath: '/old.php?a=%D8%B3%2F*', isPattern: false })
  expect(read('/old.php?', '/b/')).toMatchObject({ fromPath: '/old.php' })
  expect(read('/old/*?id=3', '/b/')).toBe('starPlace')
  expect(read('/old.php?id=3', '/b/*')).toBe('starPlace')
  expect(read('/old.php?id=3#part', '/b/')).toBe('fromFragment')
})

test('what the front shows whatever is asked with, and what the site answers itself, is not led away', () => {
  for (const from of ['/?id=3', '/?s=boats', '/?feed=rss2', '/?paged=2', '/?m=2021', '/admin/?p=1', '/search/?q=x'])
    expect(read(from, '/b/'), from).toBe('reserved')
})

test('from one query to another of the same address could be round in a circle', () => {
  expect([read('/?p=1', '/?p=2'), read('/a.php?x=1', '/A.php/?x=2')]).toEqual(['loop', 'loop'])
  expect([read('/?p=1', '/'), read('/a.php?x=1', '/a.php')]).toMatchObject([{ toPath: '/' }, { toPath: '/a.php' }])
})

test('what is no address of this site is said to be none', () => {
  expect(read('', '/b/')).toBe('fromMissing')
  expect(read('https://elsewhere.example/a/', '/b/')).toBe('fromElsewhere')
  expect(read('/a/../b/', '/c/')).toBe('fromWrong')
  expect(read('/Straße/', '/straße')).toBe('loop')
})
