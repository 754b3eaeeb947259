import { spawnSync } from 'node:child_process'
import { expect, test } from './site'

/** A few of what `npm run test:leaks` sends, on a site of their own. */
const PROBES = '400'

test('nothing that is not public is in any answer to anybody', { tag: '@long' }, () => {
  test.setTimeout(180_000)
  const args = ['--import', 'tsx', 'e2e/leaks/run.ts', '--requests', PROBES, '--seed', '7']
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status, stdout + stderr).toBe(0)
  expect(stdout).toMatch(/: 0 leaks\n/)
  expect(stdout).toMatch(/made public from outside, (\d+) of \1 are seen/)
})
