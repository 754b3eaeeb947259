import { expect, test } from 'vitest'
import { ACTS, type Act, asksAgain, may, ROLES } from './permissions'

/** As the issue of the newsroom says it, cell by cell: o own, a any, - never, for contributor, author, editor, admin. */
const CELLS: Record<Act, string> = {
  'desk.read': 'aaaa',
  'account.edit': 'aaaa',
  'articles.write': 'aaaa',
  'articles.read': 'ooaa',
  'articles.edit': 'ooaa',
  'articles.submit': 'ooaa',
  'articles.trash': 'ooaa',
  'articles.preview': 'ooaa',
  'articles.share': 'ooaa',
  'articles.publish': '-oaa',
  'articles.schedule': '-oaa',
  'articles.editLive': '-oaa',
  'articles.correct': '-oaa',
  'articles.withdraw': '-oaa',
  'articles.sendBack': '--aa',
  'articles.takeOver': '--aa',
  'articles.pin': '--aa',
  'articles.changePath': '-oaa',
  'articles.writeHtml': '--aa',
  'articles.delete': '---a',
  'views.share': '--aa',
  'comments.read': '--aa',
  'comments.moderate': '--aa',
  'comments.reply': '--aa',
  'comments.exportPerson': '---a',
  'comments.erasePerson': '---a',
  'reports.read': '--aa',
  'reports.decide': '--aa',
  'reports.answer': '--aa',
  'tags.make': '-aaa',
  'taxonomy.edit': '--aa',
  'pages.edit': '--aa',
  'menus.edit': '--aa',
  'redirects.edit': '--aa',
  'authors.edit': 'ooaa',
  'authors.arrange': '--aa',
  'authors.link': '---a',
  'front.edit': '--aa',
  'media.read': 'aaaa',
  'media.upload': 'aaaa',
  'media.edit': 'ooaa',
  'media.delete': '-oaa',
  'media.deleteUsed': '--aa',
  'people.read': '---a',
  'people.invite': '---a',
  'people.changeRole': '---a',
  'people.deactivate': '---a',
  'people.resetPassword': '---a',
  'people.removeSecondFactor': '---a',
  'people.endSessions': '---a',
  'people.erase': '---a',
  'analytics.read': '--aa',
  'settings.edit': '---a',
  'settings.telling': '---a',
  'audit.read': '---a',
  'jobs.read': '--aa',
  'jobs.retry': '--aa',
  'site.export': '---a',
}

const reach = (act: Act) =>
  ROLES.map((role) => (may({ role }, act) ? 'a' : may({ role }, act, 'own') ? 'o' : '-')).join('')

test('every act reaches as far as it should, for every role', () => {
  expect(Object.fromEntries(ACTS.map((act) => [act, reach(act)]))).toEqual(CELLS)
})

test('whoever may do something to another’s may do it to their own', () => {
  const odd = ACTS.filter((act) => ROLES.some((role) => may({ role }, act, 'other') && !may({ role }, act, 'own')))
  expect(odd).toEqual([])
})

test('a contributor publishes nothing, not even their own', () => {
  expect(may({ role: 'CONTRIBUTOR' }, 'articles.publish', 'own')).toBe(false)
})

const now = new Date('2026-11-27T12:00:00Z')
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

test('people are asked about again after a quarter of an hour, to the millisecond', () => {
  expect(asksAgain('people.invite', before(14), now)).toBe(false)
  expect(asksAgain('people.invite', before(15), now)).toBe(true)
  expect(asksAgain('people.invite', null, now)).toBe(true)
})

test('writing never asks again', () => {
  expect(asksAgain('articles.publish', null, now)).toBe(false)
})
