import { expect, test } from 'vitest'
import { type BackupFile, faultsOf, manifestSchema } from './manifest'

const file = (over: Partial<BackupFile> = {}): BackupFile => ({
  path: 'media/a.jpg',
  bytes: 3,
  sha256: 'a'.repeat(64),
  ...over,
})
const manifest = (path: string) => ({
  format: 1,
  createdAt: '2026-11-23T12:00:00.000Z',
  provider: 'sqlite',
  migrations: [],
  files: [file({ path })],
})

test('a file that is missing, shorter or another is named', () => {
  const found = (...files: BackupFile[]) => new Map(files.map((one) => [one.path, one]))
  expect(faultsOf([file()], found(file()))).toEqual([])
  expect(faultsOf([file()], found())).toEqual(['media/a.jpg is missing'])
  expect(faultsOf([file()], found(file({ bytes: 2 })))).toEqual(['media/a.jpg is not what was backed up'])
  expect(faultsOf([file()], found(file({ sha256: 'b'.repeat(64) })))).toEqual(['media/a.jpg is not what was backed up'])
})

test('a manifest names no file outside its folder', () => {
  expect(manifestSchema.safeParse(manifest('media/2026/..a.jpg')).success).toBe(true)
  for (const path of ['../secret', 'media/../../x', '/etc/passwd', 'media/..', '..', ''])
    expect([path, manifestSchema.safeParse(manifest(path)).success]).toEqual([path, false])
})
