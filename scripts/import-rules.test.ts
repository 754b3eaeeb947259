import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { RULES } from './import-rules'
import { readModules } from './module-graph'

/** What the rules say of a project that has just these files. */
function violations(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'broadsheet-imports-'))
  try {
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), source)
    }
    const modules = readModules(root, Object.keys(files))
    return Object.entries(RULES).flatMap(([rule, check]) => check(modules).map((violation) => `${rule}: ${violation}`))
  } finally {
    rmSync(root, { recursive: true })
  }
}

const sound = {
  'app/(site)/page.tsx': "import { A } from '@/components/article/a'\nimport { q } from '@/lib/articles/queries'",
  'components/article/a.tsx':
    "import type { V } from '@/lib/articles/queries'\nimport { rule } from '@/lib/articles/rule'",
  'lib/articles/queries.ts': "import { database } from '../db'\nimport { rule } from './rule'",
  'lib/articles/admin-queries.ts': '',
  'lib/articles/rule.ts': "import { z } from 'zod'",
  'lib/db.ts': '',
  'lib/env.ts': 'process.env.PORT',
}

test('a sound project has nothing to answer for', () => {
  expect(violations(sound)).toEqual([])
})

test.each<[string, Record<string, string>, string]>([
  [
    'lib that reaches up',
    { 'lib/articles/rule.ts': "import { A } from '../../components/article/a'" },
    'lib imports nothing above it: lib/articles/rule.ts imports components/article/a.tsx',
  ],
  [
    'a component that asks the database itself',
    { 'components/article/a.tsx': "import { q } from '@/lib/articles/queries'" },
    'components never reach the database: components/article/a.tsx reaches the database through lib/articles/queries.ts',
  ],
  [
    'a component that asks it through another file',
    {
      'components/article/a.tsx': "import { b } from './b'",
      'components/article/b.ts': "import { database } from '../../lib/db'",
    },
    'components never reach the database: components/article/a.tsx reaches the database through components/article/b.ts',
  ],
  [
    'a public page that reaches drafts through a third file',
    {
      'app/(site)/page.tsx': "import { x } from '../../lib/other'",
      'lib/other.ts': "export { listDrafts } from './articles/admin-queries'",
    },
    'nothing public reaches the newsroom’s queries: app/(site)/page.tsx → lib/other.ts → lib/articles/admin-queries.ts',
  ],
  [
    'a feed that reads a working copy through a third file',
    {
      'app/feeds/route.ts': "import { x } from '../../lib/other'",
      'lib/other.ts': "export { readCopy } from './articles/editing/copy-mutations'",
      'lib/articles/editing/copy-mutations.ts': '',
    },
    'nothing public reaches what is being written: app/feeds/route.ts → lib/other.ts → lib/articles/editing/copy-mutations.ts',
  ],
  [
    'an answer for programs that lists what only the newsroom may',
    {
      'app/wp-json/[[...path]]/route.ts': "import { x } from '../../../lib/other'",
      'lib/other.ts': "export { listDrafts } from './articles/admin-queries'",
    },
    'nothing public reaches the newsroom’s queries: app/wp-json/[[...path]]/route.ts → lib/other.ts → lib/articles/admin-queries.ts',
  ],
  [
    'an article’s page that draws previews itself',
    {
      'app/(site)/page.tsx': "import { openLink } from '@/lib/articles/preview/token'",
      'lib/articles/preview/token.ts': '',
    },
    'nothing public reaches what is being written: app/(site)/page.tsx → lib/articles/preview/token.ts',
  ],
  [
    'a preview for others that lists drafts',
    {
      'app/preview/[token]/page.tsx': "import { q } from '@/lib/articles/preview/admin-queries'",
      'lib/articles/preview/admin-queries.ts': "import { listDrafts } from '../admin-queries'",
    },
    'a preview for others reaches no more than it shows: app/preview/[token]/page.tsx → lib/articles/preview/admin-queries.ts → lib/articles/admin-queries.ts',
  ],
  [
    'a pure rule with a framework in it',
    { 'lib/articles/rule.ts': "import { cache } from 'react'" },
    'pure files stay pure: lib/articles/rule.ts imports react',
  ],
  [
    'a pure rule that stands on a query',
    { 'lib/articles/rule.ts': "import { q } from './queries'" },
    'pure files stay pure: lib/articles/rule.ts imports lib/articles/queries.ts, which is not pure',
  ],
  [
    'the environment read elsewhere',
    { 'lib/articles/queries.ts': 'export const port = process.env.PORT' },
    'the environment is read in one place: lib/articles/queries.ts reads process.env',
  ],
  [
    'raw SQL elsewhere',
    { 'lib/articles/queries.ts': 'db.$queryRaw`SELECT 1`' },
    'raw SQL stands with the two dialects: lib/articles/queries.ts writes raw SQL',
  ],
  [
    'request headers read elsewhere',
    { 'lib/articles/queries.ts': "import { headers } from 'next/headers'" },
    'next/headers stays with auth and http: lib/articles/queries.ts imports next/headers',
  ],
  [
    'a barrel',
    { 'lib/articles/all.ts': "export * from './rule'" },
    'no barrels, no drawers: lib/articles/all.ts says export *',
  ],
  ['a drawer', { 'lib/articles/utils.ts': '' }, 'no barrels, no drawers: lib/articles/utils.ts is named after nothing'],
])('%s is found', (_, planted, violation) => {
  expect(violations({ ...sound, ...planted })).toContain(violation)
})
