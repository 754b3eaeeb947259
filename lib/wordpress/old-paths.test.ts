import { expect, test } from 'vitest'
import { oldPaths } from './old-paths'

const meta = (...all: [string, string][]) => all.map(([key, value]) => ({ key, value }))

test.each([
  ['/new/', [['_wp_old_slug', 'old']], ['/old/']],
  ['/news/new', [['_wp_old_slug', 'old']], ['/news/old']],
  ['/new/', [['_wp_old_slug', '%d9%85%d8%af']], ['/مد/']],
  ['/new/', [['_wp_old_slug', 'a$&b']], ['/a$&b/']],
  [
    '/new/',
    [
      ['_wp_old_slug', 'one'],
      ['_wp_old_slug', 'two'],
      ['_wp_old_slug', 'one'],
    ],
    ['/one/', '/two/'],
  ],
  [
    '/new/',
    [
      ['_wp_old_slug', 'new'],
      ['_wp_old_slug', ' '],
      ['other', 'x'],
    ],
    [],
  ],
  ['/2024/01/15/new/', [['_wp_old_date', '2023-12-31']], ['/2023/12/31/new/']],
  [
    '/2024/01/15/new/',
    [
      ['_wp_old_date', '2024-1-5'],
      ['_wp_old_date', '2024-01-15'],
    ],
    [],
  ],
  ['/new/', [['_wp_old_date', '2023-12-31']], []],
  [
    '/2024/01/15/new/',
    [
      ['_wp_old_slug', 'old'],
      ['_wp_old_date', '2023-12-31'],
    ],
    ['/2024/01/15/old/', '/2023/12/31/new/', '/2023/12/31/old/'],
  ],
] as [string, [string, string][], string[]][])('%s with %j was at %j', (path, all, old) => {
  expect(oldPaths(path, meta(...all))).toEqual(old)
})
