import type { Random } from '@/lib/seed/random'
import type { Known } from './invented'

const BOUNDARY = 'a-line-between'

const NAMES = ['comment', 'author', 'email', 'url', 'comment_post_ID', 'comment_parent', 'cookies-consent', '__proto__']
const ACTIONS = [
  '$ACTION_ID_',
  '$ACTION_ID_00',
  `$ACTION_ID_40${'0'.repeat(40)}`,
  '$ACTION_REF_1',
  '$ACTION_1:0',
  '$ACTION_KEY',
  '1_$ACTION_ID_x',
]
const VALUES = [
  'Words of a reader.',
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  '99999999999999999999',
  'reader@ellerhaven.example',
  'not an address@',
  'javascript:alert(1)',
  '\u0000',
  '\ud83d',
  '$@1',
  '["$F1"]',
  '{"id":"x","bound":"$@1"}',
  'http://['.repeat(50),
  'x'.repeat(70_000),
  '🚢 سلام\r\n'.repeat(100),
]

/** A body and what it says it is. */
export function inventBody(random: Random, known: Known): { type: string; body: Buffer } {
  const dice = random.below(10)
  if (dice === 0) return { type: random.pick(['text/plain', 'application/json', '', 'a/b; c']), body: noise(random) }
  if (dice === 1) return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: noise(random) }
  const fields = fieldsOf(random, known)
  if (dice < 4) {
    const body = Buffer.from(new URLSearchParams(fields).toString())
    return { type: 'application/x-www-form-urlencoded', body: damaged(random, body) }
  }
  const parts = fields.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const body = Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`)
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: damaged(random, body) }
}

function fieldsOf(random: Random, { hidden }: Known): [string, string][] {
  const fields: [string, string][] = Object.entries(hidden)
  if (!random.below(4)) fields.splice(random.below(fields.length), 1)
  if (!random.below(4)) fields.push([random.pick(ACTIONS), random.pick(VALUES)])
  if (random.below(2))
    fields.push(['comment', `Words ${random.next()}`], ['author', 'Ned'], ['email', 'ned@news.example'])
  for (let i = random.below(4); i > 0; i--) fields.push([random.pick(NAMES), random.pick(VALUES)])
  return fields
}

/** Most stay whole; others are cut, or have a byte changed. */
function damaged(random: Random, body: Buffer): Buffer {
  const dice = random.below(6)
  if (dice === 0) return body.subarray(0, random.below(body.length))
  if (dice === 1) body[random.below(body.length)] = random.below(256)
  return body
}

const noise = (random: Random) => Buffer.from(Array.from({ length: random.below(400) }, () => random.below(256)))
