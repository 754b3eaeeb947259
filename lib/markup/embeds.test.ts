import { expect, test } from 'vitest'
import { embedAddress } from '@/lib/markup/embeds'

test.each([
  ['http://www.youtube.com/watch?v=tidetable01', 'https://www.youtube.com/watch?v=tidetable01'],
  [
    'https://www.youtube-nocookie.com/embed/tidetable01?rel=0&start=90',
    'https://www.youtube.com/watch?v=tidetable01&t=90s',
  ],
  ['https://youtube.com/shorts/tidetable01', 'https://www.youtube.com/watch?v=tidetable01'],
  ['https://youtu.be/tidetable01?t=15', 'https://www.youtube.com/watch?v=tidetable01&t=15s'],
  ['http://www.youtube.com/v/tidetable01&hl=en', 'https://www.youtube.com/watch?v=tidetable01'],
  ['https://www.youtube.com/embed/videoseries?list=PLharbour', 'https://www.youtube.com/playlist?list=PLharbour'],
  ['https://player.vimeo.com/video/1234567?h=abc123', 'https://vimeo.com/1234567/abc123'],
  ['https://vimeo.com/channels/harbour/1234567', 'https://vimeo.com/1234567'],
  ['https://www.dailymotion.com/embed/video/x7tide1', 'https://www.dailymotion.com/video/x7tide1'],
  ['https://geo.dailymotion.com/player.html?video=x7tide1', 'https://www.dailymotion.com/video/x7tide1'],
  ['https://www.aparat.com/video/video/embed/videohash/tiDe1/vt/frame', 'https://www.aparat.com/v/tiDe1'],
  [
    'https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/harbour/tide&auto_play=false',
    'https://soundcloud.com/harbour/tide',
  ],
  ['https://open.spotify.com/embed/episode/4TideId?utm_source=x', 'https://open.spotify.com/episode/4TideId'],
  ['https://twitter.com/harbour/status/12345?s=20', 'https://x.com/harbour/status/12345'],
  ['https://platform.twitter.com/embed/Tweet.html?dnt=false&id=12345', 'https://x.com/i/status/12345'],
  ['https://www.instagram.com/p/TideId/embed/captioned/', 'https://www.instagram.com/p/TideId/'],
  [
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fharbour%2Fvideos%2F99%2F',
    'https://www.facebook.com/harbour/videos/99/',
  ],
  ['https://www.tiktok.com/@harbour/video/123456?lang=en', 'https://www.tiktok.com/@harbour/video/123456'],
  ['https://social.harbour.example/@desk/109876543/embed', 'https://social.harbour.example/@desk/109876543'],
  [
    'https://embed.bsky.app/embed/did:plc:tide/app.bsky.feed.post/3ktide?id=1',
    'https://bsky.app/profile/did:plc:tide/post/3ktide',
  ],
  ['https://www.google.com/maps/embed?pb=!1m18!2d-4.25!3d55.86!2m3', 'https://www.google.com/maps?q=55.86,-4.25'],
  ['https://maps.google.com/maps?q=Ellerhaven&output=embed', 'https://maps.google.com/maps?q=Ellerhaven'],
])('%s is to be seen at %s', (address, seen) => {
  expect(embedAddress(address)).toBe(seen)
  expect(embedAddress(seen)).toBe(seen)
})

test.each([
  'https://www.youtube.com/about/',
  'https://www.youtube.com/watch?v="onload',
  'https://youtube.com.other.example/watch?v=tidetable01',
  'https://user:word@www.youtube.com/watch?v=tidetable01',
  'https://w.soundcloud.com/player/?url=javascript:alert(1)',
  'https://www.facebook.com/plugins/video.php?href=https://other.example/',
  'https://harbour.example/video.html',
  'javascript:alert(1)',
  'http://[',
])('%s is no embed we know', (address) => {
  expect(embedAddress(address)).toBeNull()
})
