import { expect, test } from 'vitest'
import { isOwnSound, playerOf } from './embeds'

test.each([
  ['https://www.youtube.com/watch?v=abcdefghijk&t=3', 'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1'],
  ['https://youtu.be/abcdefghijk', 'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1'],
  ['https://m.youtube.com/shorts/abcdefghijk', 'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1'],
  ['https://vimeo.com/1234567', 'https://player.vimeo.com/video/1234567?autoplay=1&dnt=1'],
])('%s has a player', (address, player) => {
  expect(playerOf(address)).toBe(player)
})

test.each([
  'https://youtube.com.evil.example/watch?v=abcdefghijk',
  'https://www.youtube.com/@somebody',
  'https://www.youtube.com/watch?v=%22onload=',
  'https://vimeo.com/channels/x',
  'https://social.example/post/1',
])('%s stays a link', (address) => {
  expect(playerOf(address)).toBeNull()
})

test('a sound of the site itself is played in its place, no other', () => {
  const own = (address: string) => isOwnSound(address, 'https://courier.example')
  expect(own('https://courier.example/wp-content/uploads/2019/03/Bell.MP3?x=1')).toBe(true)
  expect(own('https://elsewhere.example/bell.mp3')).toBe(false)
  expect(own('https://courier.example/bell.mp3/')).toBe(false)
  expect(own('https://courier.example/tide-table.pdf')).toBe(false)
})
