import { expect, test } from 'vitest'
import { Asked, readParameters, refuseUnanswered, type Spec } from './parameters'

const spec: Spec = {
  page: { type: 'integer', min: 1, default: 1 },
  per_page: { type: 'integer', min: 1, max: 100, default: 10 },
  order: { type: 'choice', of: ['asc', 'desc'], default: 'desc' },
  orderby: { type: 'choice', of: ['date', 'id', 'title'], default: 'date' },
  include: { type: 'integers' },
  slug: { type: 'words' },
  after: { type: 'date' },
  sticky: { type: 'boolean' },
}
const read = (query: string) => readParameters(spec, new URLSearchParams(query), 'Europe/Berlin')

function asked(query: string): Asked {
  const got = read(query)
  if (!(got instanceof Asked)) throw new Error(JSON.stringify(got))
  return got
}

const faultsOf = (query: string) => {
  const got = read(query)
  return got instanceof Asked ? null : got.body.data.params
}

test('what is not asked for is as WordPress has it, and what nobody knows is passed over', () => {
  const all = asked('utm_source=x')
  expect([all.integer('page'), all.integer('per_page'), all.text('order'), all.has('include')]).toEqual([
    1,
    10,
    'desc',
    false,
  ])
})

test('lists come in each of PHP’s ways', () => {
  expect(asked('include=3,1, 3').integers('include')).toEqual([3, 1])
  expect(asked('include[]=3&include[]=1').integers('include')).toEqual([3, 1])
  expect(asked('include[0]=3&include[1]=1').integers('include')).toEqual([3, 1])
  expect(asked('slug=a,b').words('slug')).toEqual(['a', 'b'])
})

test('a moment without a zone is the site’s', () => {
  const after = (text: string) =>
    asked(`after=${encodeURIComponent(text)}`)
      .date('after')
      ?.toISOString()
  expect(after('2026-07-01T12:00:00')).toBe('2026-07-01T10:00:00.000Z')
  expect(after('2026-07-01T12:00:00Z')).toBe('2026-07-01T12:00:00.000Z')
  expect(after('2026-07-01T12:00:00-02:30')).toBe('2026-07-01T14:30:00.000Z')
  expect(after('2026-01-01')).toBe('2025-12-31T23:00:00.000Z')
})

test('what means nothing is refused in WordPress’s words', () => {
  expect(read('per_page=101')).toEqual({
    status: 400,
    body: {
      code: 'rest_invalid_param',
      message: 'Invalid parameter(s): per_page',
      data: {
        status: 400,
        params: { per_page: 'per_page must be between 1 (inclusive) and 100 (inclusive)' },
        details: {
          per_page: {
            code: 'rest_out_of_bounds',
            message: 'per_page must be between 1 (inclusive) and 100 (inclusive)',
            data: null,
          },
        },
      },
    },
  })
  expect(faultsOf('page=0')).toEqual({ page: 'page must be greater than or equal to 1' })
  expect(faultsOf('page=x&include=1,b')).toEqual({
    page: 'page is not of type integer.',
    include: 'include[1] is not of type integer.',
  })
  expect(faultsOf('orderby=comments')).toEqual({ orderby: 'orderby is not one of date, id, and title.' })
  expect(faultsOf('after=yesterday&sticky=maybe')).toEqual({
    after: 'Invalid date.',
    sticky: 'sticky is not of type boolean.',
  })
  expect(faultsOf('after=2026-13-01')).toEqual({ after: 'Invalid date.' })
})

test('a filter that is not answered is refused, not passed over', () => {
  expect(refuseUnanswered(['author_email'], new URLSearchParams('author_email=a@b.example'))?.status).toBe(400)
  expect(refuseUnanswered(['author_email'], new URLSearchParams('author=1'))).toBeNull()
})
