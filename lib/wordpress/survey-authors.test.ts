import { expect, test } from 'vitest'
import { readItem } from '@/lib/testing/wxr'
import { AuthorSurvey } from './survey-authors'

const user = (login: string, name = '', more: Record<string, string> = {}) =>
  new Map(Object.entries({ author_login: login, author_display_name: name, ...more }))
const byline = (slug: string, name = slug) => ({ domain: 'author', slug, name })
const guest = (name: string, meta: Record<string, string>) =>
  readItem(5, { fields: { 'wp:post_name': name, title: name }, meta: Object.entries(meta) })
const postBy = (creator: string, ...bylines: string[]) =>
  readItem(1, { fields: { 'dc:creator': creator }, terms: bylines.map((slug) => ['author', slug, slug]) })
const named = (authors: AuthorSurvey) =>
  [...authors.all].map(({ sourceName, slug, name }) => `${sourceName} ${slug} ${name}`)

test.each([
  [user('maren', 'Maren Vos'), 'maren maren Maren Vos'],
  [user('maren', '', { author_first_name: 'Maren', author_last_name: 'Vos' }), 'maren maren Maren Vos'],
  [user('maren', 'Maren &amp; Jo'), 'maren maren Maren & Jo'],
  [user('maren'), 'maren maren maren'],
  [user('Maren.Vos@post.example', 'M'), 'Maren.Vos@post.example maren-vospost-example M'],
  [user('علي', 'علي'), 'علي علي علي'],
])('a user (%#) is known by login, address and name: %s', (fields, expected) => {
  const authors = new AuthorSurvey()
  authors.addUser(fields)
  expect(named(authors)).toEqual([expected])
})

test('nobody without a login, and nobody twice', () => {
  const authors = new AuthorSurvey()
  for (const fields of [user(''), user('jo', 'Jo'), user('jo', 'Other')]) authors.addUser(fields)
  expect(named(authors)).toEqual(['jo jo Jo'])
})

test('who wrote a post is its byline in order, else its creator, else nobody', () => {
  const authors = new AuthorSurvey()
  for (const login of ['maren', 'jo']) authors.addUser(user(login))
  authors.settle()
  expect(authors.bylineOf(postBy('maren'))).toEqual(['maren'])
  expect(authors.bylineOf(postBy('maren', 'jo', 'cap-maren', 'jo'))).toEqual(['jo', 'maren'])
  expect(authors.bylineOf(postBy('gone'))).toEqual([])
})

test('a guest author has a name, a biography and posts', () => {
  const authors = new AuthorSurvey()
  authors.addGuest(
    guest('cap-tove', {
      'cap-user_login': 'tove',
      'cap-display_name': 'Tove Lind',
      'cap-description': '<p>Sails.</p>',
    }),
  )
  authors.settle()
  expect([...authors.all]).toEqual([{ sourceName: 'guest:tove', slug: 'tove', name: 'Tove Lind', bio: 'Sails.' }])
  expect(authors.bylineOf(postBy('maren', 'cap-tove'))).toEqual(['guest:tove'])
})

test('a guest author who is a user’s profile is that user', () => {
  const authors = new AuthorSurvey()
  authors.addGuest(guest('cap-captain', { 'cap-user_login': 'captain', 'cap-linked_account': 'maren' }))
  authors.addUser(user('maren', 'Maren'))
  authors.settle()
  expect(named(authors)).toEqual(['maren maren Maren'])
  expect(authors.bylineOf(postBy('jo', 'cap-captain'))).toEqual(['maren'])
})

test('a byline that is nobody known becomes an author, and is told', () => {
  const authors = new AuthorSurvey()
  authors.addUser(user('maren'))
  for (const term of [byline('agency', 'The &amp; Agency'), byline('agency', 'Again'), byline('maren')])
    authors.addByline(term)
  authors.settle()
  expect(named(authors)).toEqual(['maren maren maren', 'term:agency agency The & Agency'])
  expect(authors.guessed).toEqual(['The & Agency'])
  expect(authors.bylineOf(postBy('maren', 'agency'))).toEqual(['term:agency'])
})
