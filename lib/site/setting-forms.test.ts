import { expect, test } from 'vitest'
import { robotsTxt } from '@/lib/crawlers/robots'
import { crawlerSettingsSchema } from '@/lib/crawlers/settings'
import {
  commentsForm,
  figuresForm,
  filesForm,
  generalForm,
  policiesForm,
  policiesInForm,
  robotsForm,
  securityForm,
  socialForm,
} from './setting-forms'

/** The words for what is wrong, by field. */
const faults = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) =>
  Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]))

const general = { name: 'The Courier', tagline: '', imprint: '', locale: 'en', timeZone: 'UTC' }

test('what is typed is stored on one line, in canonical spelling', () => {
  const typed = { ...general, name: '  The\n Courier ', locale: 'pt-br', timeZone: ' Europe/Berlin ' }
  expect(generalForm.parse(typed)).toMatchObject({ name: 'The Courier', locale: 'pt-BR', timeZone: 'Europe/Berlin' })
})

test('what the publication says in other languages is stored by language; what is empty is not', () => {
  const typed = {
    ...general,
    'name.ar': ' الساعي ',
    'tagline.ar': '',
    'imprint.fa': 'از بندر',
    'name.FA': 'x',
    'other.ar': 'x',
  }
  expect(generalForm.parse(typed)).toEqual({
    ...general,
    said: { ar: { name: 'الساعي' }, fa: { imprint: 'از بندر' } },
  })
  expect(faults(generalForm.safeParse({ ...general, 'name.ar': 'x'.repeat(81) }))).toEqual({ 'name.ar': 'tooLong' })
})

test('each fault is said at its field', () => {
  const typed = { ...general, name: ' ', locale: '!', timeZone: 'Mars', tagline: 'x'.repeat(201) }
  expect(faults(generalForm.safeParse(typed))).toEqual({
    ...{ name: 'nameMissing', locale: 'languageWrong', timeZone: 'zoneWrong', tagline: 'tooLong' },
  })
})

test.each([
  ['nobody', { holdEverything: true, holdFirst: true }],
  ['known', { holdEverything: false, holdFirst: true }],
  ['everybody', { holdEverything: false, holdFirst: false }],
])('moderation: %s is published at once', (published, stored) => {
  const typed = { published, holdLinks: '2', closeAfterDays: '0', maxDepth: '5', floodSeconds: '15' }
  expect(commentsForm.parse(typed)).toMatchObject(stored)
})

test.each(['0', '21', '', '1.5', 'two', '-1'])('“%s” links are no number', (holdLinks) => {
  const typed = { published: 'known', holdLinks, closeAfterDays: '0', maxDepth: '5', floodSeconds: '15' }
  expect(faults(commentsForm.safeParse(typed))).toEqual({ holdLinks: 'numberWrong' })
})

test('a policy without a page is not said', () => {
  expect(policiesForm.parse({ ethics: '/about/ethics/', masthead: '', other: '/x/' })).toEqual({
    ethics: '/about/ethics/',
  })
})

test('policies of another language say which one', () => {
  expect(policiesInForm.parse({ language: 'ar', ethics: '/x/', masthead: '' })).toEqual({
    language: 'ar',
    ethics: '/x/',
  })
  expect(faults(policiesInForm.safeParse({ language: '__proto__' }))).toEqual({ language: 'languageWrong' })
})

test('accounts are addresses, one on each line', () => {
  expect(socialForm.parse({ accounts: ' https://a.example/@b \n\nhttps://c.example/' })).toEqual({
    accounts: ['https://a.example/@b', 'https://c.example/'],
  })
  for (const accounts of ['http://a.example', 'javascript:alert(1)', 'https://a b', '@a'])
    expect(faults(socialForm.safeParse({ accounts }))).toEqual({ accounts: 'addressWrong' })
})

test('groups of bots become robots.txt, and one without names goes', () => {
  const read = robotsForm.parse({
    ...{ disallow: '/search/\r\n/print/', names0: 'BadBot, WorseBot', allow0: '/about/', disallow0: '/' },
    ...{ names1: '', allow1: '/x/', disallow1: '', names2: 'Third', allow2: '', disallow2: '/a/' },
  })
  expect(read.bots.map(({ names }) => names)).toEqual([['BadBot', 'WorseBot'], ['Third']])
  const text = robotsTxt(crawlerSettingsSchema.parse(read), [])
  expect(text).toContain('User-agent: BadBot\nUser-agent: WorseBot\nAllow: /about/\nDisallow: /admin/')
  expect(text).toMatch(/User-agent: GPTBot\n(.+\n)*Disallow: \/\n/)
})

test('nothing that is typed begins a line of its own in robots.txt', () => {
  const typed = { disallow: '', names0: 'Bot\nSitemap: https://evil.example', allow0: '', disallow0: '/ x' }
  expect(faults(robotsForm.safeParse(typed))).toEqual({ names0: 'botWrong', disallow0: 'ruleWrong' })
})

test('an empty file is none', () => {
  expect(filesForm.parse({ adsTxt: ' \n', humansTxt: 'Ines\u2028Maren' })).toEqual({
    adsTxt: null,
    humansTxt: ['Ines', 'Maren'],
  })
})

const security = { contacts: 'mailto:a@b.example', expires: '2027-01-01', languages: 'en, ar' }

test('security.txt needs a contact and a day; without a contact there is none', () => {
  const read = JSON.parse(JSON.stringify(securityForm.parse(security)))
  expect(crawlerSettingsSchema.parse(read).security).toMatchObject({ languages: ['en', 'ar'] })
  expect(securityForm.parse({ ...security, contacts: '' })).toEqual({ security: null })
  expect(faults(securityForm.safeParse({ ...security, expires: '' }))).toEqual({ expires: 'dateMissing' })
  expect(faults(securityForm.safeParse({ ...security, contacts: 'me' }))).toEqual({ contacts: 'contactWrong' })
  expect(faults(securityForm.safeParse({ ...security, policy: 'http://x' }))).toEqual({ policy: 'contactWrong' })
})

test('the figures are kept for a month at least, and a box that was not ticked sent nothing', () => {
  const sent = { keptDays: '90', mostReadDays: '7', counts: 'on' }
  expect(figuresForm.parse(sent)).toEqual({ counts: true, keptDays: 90, mostReadDays: 7, badge: false })
  expect(figuresForm.safeParse({ ...sent, keptDays: '30' }).error?.issues[0]?.message).toBe('numberWrong')
  expect(figuresForm.safeParse({ ...sent, mostReadDays: '8' }).error?.issues[0]?.message).toBe('chooseOne')
})
