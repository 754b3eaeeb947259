import { expect, test } from 'vitest'
import { foldedWords, libraryWords } from './words'

const nothing = { title: '', alt: '', caption: '', credit: '', originalName: '', path: '' }

test('a picture is found by each of its words, whatever their case, accents and spelling', () => {
  const words = libraryWords({
    ...{ title: 'Fähre im Hafen', alt: 'A white ferry', caption: 'علي في الميناء', credit: 'Idris Vane' },
    ...{ originalName: 'harbour_north-02.JPG', path: '/media/x/1x1.jpg' },
  })
  const finds = (query: string) => foldedWords(query).every((word) => words.includes(word))
  expect(['fahre', 'FERRY white', 'harb', 'north 02', 'على', 'vane idris'].map(finds)).toEqual(Array(6).fill(true))
  expect(finds('ferry boat')).toBe(false)
})

test('what came with an import is found by the name of its file, what was uploaded by the name that it had', () => {
  expect(libraryWords({ ...nothing, path: '/wp-content/uploads/2021/05/old-quay.jpg' })).toBe('old quay jpg')
  expect(libraryWords({ ...nothing, originalName: 'Quay.png', path: '/media/abc/3x2.png' })).toBe('quay png')
})
