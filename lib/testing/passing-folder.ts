import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new folder that is gone when the tests of this file are through. */
export function passingFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `broadsheet-${name}-`))
  folders.push(folder)
  return folder
}
