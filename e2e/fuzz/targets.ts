import type { Random } from '@/lib/seed/random'
import type { Known } from './invented'

/** What has made servers stumble: escapes of nothing, of half a letter, of dots and slashes, of the end of a text. */
const PIECES = [
  '%',
  '%2',
  '%zz',
  '%00',
  '%0d%0aset-cookie:a=b',
  '%2e%2e',
  '%2E%2e%2f',
  '%252e%252e',
  '%25',
  '%c0%ae',
  '%ed%a0%80',
  '%ff%fe',
  '%e2%80%ae',
  '%D8%B3',
  '%d8%b3',
  '%C2%A0',
  '%5c',
  '..',
  '../..',
  '//',
  '/./',
  '\\',
  ';a=b',
  '#',
  '?',
  '&',
  '=',
  '+',
  '@',
  ':',
  '[',
  '{',
  '|',
  '^',
  '"',
  "'",
  '<b>',
  'سلام',
  'é',
  '🚢',
  '\u00a0',
  '\u202e',
  '\u0001',
  '\u007f',
  '\t',
  ' ',
  '__proto__',
  'constructor',
  'NaN',
  '-1',
  '0',
  '1e9',
  '99999999999999999999',
  '9007199254740993',
  '.rsc',
  '.txt',
  '.json',
  '_next/data/x.json',
  '[slug]',
  'page/2/',
]

const PARAMETERS = [
  's',
  'q',
  'replytocom',
  'unapproved',
  'moderation-hash',
  'p',
  'page',
  'paged',
  'cat',
  'feed',
  'm',
  'preview',
  'utm_source',
  '_rsc',
  '__nextLocale',
  '__proto__',
  'q[]',
  '',
]

const WORDS = ['ferry', 'the boat', '"night', '-the', '*', 'NEAR(', 'عبارة', 'x'.repeat(300), '1', '12', '']

export function inventTarget(random: Random, known: Known): string {
  const dice = random.below(100)
  if (dice < 2)
    return random.pick(['*', '', 'localhost:80', `http://${known.host}/`, 'http://evil.example/', '//evil.example/'])
  let path = random.below(3) ? random.pick(known.paths) : `/${piecesOf(random)}`
  for (let i = random.below(3); i > 0; i--) path = bent(random, path)
  return random.below(3) ? path : path + queryOf(random)
}

/** A path with one thing changed. */
function bent(random: Random, path: string): string {
  const at = random.below(path.length + 1)
  const piece = random.pick(PIECES)
  switch (random.below(8)) {
    case 0:
      return path.slice(0, at) + random.pick(PIECES) + path.slice(at)
    case 1:
      return path.slice(0, at)
    case 2:
      return path.toUpperCase()
    case 3:
      return [...path].map((c) => (random.below(4) || c === '/' ? c : escaped(c))).join('')
    case 4:
      return `${path}${piece}/`
    case 5:
      return path.repeat(random.below(4) + 1)
    case 6:
      return `${path}${'a/'.repeat(random.below(900))}`
    default:
      return path + random.pick(PIECES)
  }
}

const escaped = (letter: string) =>
  [...Buffer.from(letter)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

const piecesOf = (random: Random) => Array.from({ length: random.below(5) }, () => random.pick(PIECES)).join('/')

function queryOf(random: Random): string {
  const value = () => {
    const text = random.below(2) ? random.pick(WORDS) : random.pick(PIECES)
    return random.below(3) ? encodeURIComponent(text) : text
  }
  return `?${Array.from({ length: random.below(4) }, () => `${random.pick(PARAMETERS)}=${value()}`).join('&')}`
}
