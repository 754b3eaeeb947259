import { expect, test } from 'vitest'
import { type AppliedMigration, knownMigrations, type Migration, pendingMigrations } from './migrations'

const migration = (name: string): Migration => ({ name, sql: `-- ${name}`, checksum: `sum of ${name}` })
const applied = (name: string): AppliedMigration => ({ name, checksum: `sum of ${name}`, finished: true })

test('what was not applied yet is pending, oldest first', () => {
  const known = [migration('1_init'), migration('2_search'), migration('3_media')]
  expect(pendingMigrations(known, [applied('1_init')]).map(({ name }) => name)).toEqual(['2_search', '3_media'])
})

test('a database newer than the program is refused, by the name of what it has', () => {
  expect(() => pendingMigrations([migration('1_init')], [applied('1_init'), applied('9_future')])).toThrow(
    /made by a newer Broadsheet .*9_future/,
  )
})

test('a migration that was changed after it ran is refused', () => {
  const changed = { ...migration('1_init'), checksum: 'another' }
  expect(() => pendingMigrations([changed], [applied('1_init')])).toThrow(/1_init was changed after/)
})

test('a migration that never ended is refused', () => {
  expect(() => pendingMigrations([migration('1_init')], [{ ...applied('1_init'), finished: false }])).toThrow(
    /1_init began .* never ended/,
  )
})

test('both databases have the same migrations', () => {
  const names = (provider: 'sqlite' | 'postgresql') => knownMigrations(provider).map(({ name }) => name)
  expect(names('sqlite')).toEqual(names('postgresql'))
})
