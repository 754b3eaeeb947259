import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keptSecret } from './secret'

test('the secret is made once, readable to its owner alone, and found again', () => {
  const dir = mkdtempSync(join(tmpdir(), 'broadsheet-secret-'))
  try {
    const first = keptSecret(dir)
    expect(first).toHaveLength(43)
    expect(keptSecret(dir)).toBe(first)
    expect(readFileSync(join(dir, 'secret'), 'utf8').trim()).toBe(first)
    expect(statSync(join(dir, 'secret')).mode & 0o777).toBe(0o600)
  } finally {
    rmSync(dir, { recursive: true })
  }
})
