import { expect, test } from 'vitest'
import { type LifeFacts, mayEmbargo, statusAfter, type Verb } from './lifecycle'

const at = (text: string) => new Date(text)
const noon = at('2026-11-23T12:00:00Z')

const facts = (over: Partial<LifeFacts> = {}): LifeFacts => ({
  status: 'DRAFT',
  publishAt: null,
  embargoUntil: null,
  trashedAt: null,
  now: noon,
  ...over,
})
const refused = (reason: string) => ({ ok: false, reason })
const becomes = (status: string) => ({ ok: true, status })

test('a draft is sent for review, and sent back with a note', () => {
  expect(statusAfter(facts(), { do: 'submit' })).toEqual(becomes('IN_REVIEW'))
  const inReview = facts({ status: 'IN_REVIEW' })
  expect(statusAfter(inReview, { do: 'sendBack', note: 'Who says so?' })).toEqual(becomes('DRAFT'))
  expect(statusAfter(inReview, { do: 'sendBack', note: ' \n' })).toEqual(refused('noteMissing'))
})

test('what is no longer a draft is not sent for review a second time', () => {
  expect(statusAfter(facts({ status: 'IN_REVIEW' }), { do: 'submit' })).toEqual(refused('status'))
  expect(statusAfter(facts({ status: 'PUBLISHED' }), { do: 'submit' })).toEqual(refused('status'))
})

test('an embargoed article cannot be published one millisecond early', () => {
  const embargoUntil = at('2026-11-23T12:00:00.001Z')
  expect(statusAfter(facts({ embargoUntil }), { do: 'publish' })).toEqual(refused('embargoed'))
  expect(statusAfter(facts({ embargoUntil: noon }), { do: 'publish' })).toEqual(becomes('PUBLISHED'))
})

test('an embargoed article can be scheduled for the end of its embargo and not before', () => {
  const embargoed = facts({ embargoUntil: at('2026-11-24T07:01:00Z') })
  const schedule = (text: string) => statusAfter(embargoed, { do: 'schedule', publishAt: at(text) })
  expect(schedule('2026-11-24T07:01:00Z')).toEqual(becomes('SCHEDULED'))
  expect(schedule('2026-11-24T07:00:59.999Z')).toEqual(refused('embargoed'))
})

test('nothing is scheduled for a moment that has passed, nor for this one', () => {
  expect(statusAfter(facts(), { do: 'schedule', publishAt: noon })).toEqual(refused('past'))
})

test('the clock publishes at the moment that was set, and not a millisecond before it', () => {
  const scheduled = (publishAt: string) => facts({ status: 'SCHEDULED', publishAt: at(publishAt) })
  expect(statusAfter(scheduled('2026-11-23T12:00:00Z'), { do: 'publishOnTime' })).toEqual(becomes('PUBLISHED'))
  expect(statusAfter(scheduled('2026-11-23T12:00:00.001Z'), { do: 'publishOnTime' })).toEqual(refused('early'))
})

test('the clock publishes nothing that was taken off it', () => {
  expect(statusAfter(facts({ publishAt: noon }), { do: 'publishOnTime' })).toEqual(refused('status'))
})

test('the clock does not publish through an embargo', () => {
  const embargoed = facts({ status: 'SCHEDULED', publishAt: noon, embargoUntil: at('2026-11-24T00:00:00Z') })
  expect(statusAfter(embargoed, { do: 'publishOnTime' })).toEqual(refused('embargoed'))
})

test('what is scheduled can be set to another time, taken off, or published now', () => {
  const scheduled = facts({ status: 'SCHEDULED', publishAt: at('2026-11-24T00:00:00Z') })
  const later = { do: 'schedule', publishAt: at('2026-11-25T00:00:00Z') } as const
  expect(statusAfter(scheduled, later)).toEqual(becomes('SCHEDULED'))
  expect(statusAfter(scheduled, { do: 'unschedule' })).toEqual(becomes('DRAFT'))
  expect(statusAfter(scheduled, { do: 'publish' })).toEqual(becomes('PUBLISHED'))
})

test('what is public is withdrawn with a notice, now or at a time, and can be put back', () => {
  const live = facts({ status: 'PUBLISHED' })
  expect(statusAfter(live, { do: 'withdraw', notice: 'It was wrong.' })).toEqual(becomes('WITHDRAWN'))
  expect(statusAfter(live, { do: 'withdraw', notice: '' })).toEqual(refused('noticeMissing'))
  const later = { do: 'scheduleWithdrawal', withdrawAt: at('2026-12-01T00:00:00Z'), notice: 'Over.' } as const
  expect(statusAfter(live, later)).toEqual(becomes('PUBLISHED'))
  expect(statusAfter(live, { ...later, withdrawAt: noon })).toEqual(refused('past'))
  expect(statusAfter(facts({ status: 'WITHDRAWN' }), { do: 'publish' })).toEqual(becomes('PUBLISHED'))
})

test('a draft cannot be withdrawn, and what is public or scheduled cannot be trashed', () => {
  expect(statusAfter(facts(), { do: 'withdraw', notice: 'No.' })).toEqual(refused('status'))
  expect(statusAfter(facts({ status: 'PUBLISHED' }), { do: 'trash' })).toEqual(refused('status'))
  expect(statusAfter(facts({ status: 'SCHEDULED' }), { do: 'trash' })).toEqual(refused('status'))
})

test('what is in the trash can only be taken out of it', () => {
  const trashed = facts({ trashedAt: noon })
  const verbs: Verb[] = [
    { do: 'submit' },
    { do: 'publish' },
    { do: 'schedule', publishAt: at('2026-12-01T00:00:00Z') },
    { do: 'publishOnTime' },
    { do: 'trash' },
  ]
  for (const verb of verbs) expect(statusAfter(trashed, verb)).toEqual(refused('trashed'))
  expect(statusAfter(trashed, { do: 'restore' })).toEqual(becomes('DRAFT'))
  expect(statusAfter(facts(), { do: 'restore' })).toEqual(refused('status'))
})

test('an embargo cannot be set past the moment for which an article is scheduled, nor on what is public', () => {
  const scheduled = facts({ status: 'SCHEDULED', publishAt: at('2026-11-24T08:00:00Z') })
  expect(mayEmbargo(scheduled, at('2026-11-24T08:00:00Z'))).toBe(true)
  expect(mayEmbargo(scheduled, at('2026-11-24T08:00:00.001Z'))).toBe(false)
  expect(mayEmbargo(facts({ status: 'PUBLISHED' }), at('2026-11-24T08:00:00Z'))).toBe(false)
  expect(mayEmbargo(facts({ status: 'PUBLISHED' }), null)).toBe(true)
})
