import { expect, test } from 'vitest'
import { POLICIES, policyLinks, publicPolicies } from './policies'
import { policiesSchema } from './settings'

const page = (path: string, headline = path) => ({ path, headline, locale: 'en' })

test('every policy that can be chosen is listed', () => {
  expect([...POLICIES].sort()).toEqual(Object.keys(policiesSchema.shape).sort())
})

test('only pages that readers find are policies, and one page may be two', () => {
  const policies = { ethics: '/ethics/', ownership: '/who/', funding: '/who/', contact: '/gone/' }
  const found = publicPolicies(policies, [page('/who/'), page('/ethics/')])
  expect(found.map(({ name, path }) => [name, path])).toEqual([
    ['ethics', '/ethics/'],
    ['ownership', '/who/'],
    ['funding', '/who/'],
  ])
})

test('the footer links each page once, and none that it links already', () => {
  const pages = publicPolicies({ ethics: '/ethics/', ownership: '/who/', funding: '/who/' }, [
    page('/ethics/', 'How we work'),
    page('/who/', 'Who owns us'),
  ])
  expect(policyLinks(pages, ['/ethics/'])).toEqual([{ title: 'Who owns us', path: '/who/', locale: 'en' }])
})
