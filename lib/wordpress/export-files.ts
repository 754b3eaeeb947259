import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Progress } from './progress'
import { ImportRefusal } from './refusal'
import { Survey } from './survey'
import { readWxr } from './wxr-reader'
import type { WxrItem, WxrRecord } from './wxr-record'

/**
 * Reads all files of an export to their end and says what is in them. Nothing is written before this is done, so a broken
 * file breaks nothing. Throws ImportRefusal.
 */
export async function surveyFiles(files: readonly string[], progress: Progress): Promise<Survey> {
  const survey = new Survey()
  let site: string | null = null
  progress.begin('Reading', await sizeOf(files))
  for await (const { record, file } of readAll(files, progress, survey)) {
    survey.add(record)
    if (record.kind === 'item') progress.items(1)
    if (record.kind !== 'site') continue
    if (site !== null && site !== survey.siteOf(record.fields)) {
      throw new ImportRefusal(
        `${basename(file)} comes from another site than the file before it: import one after the other.`,
      )
    }
    site = survey.siteOf(record.fields)
  }
  progress.end()
  survey.settle()
  return survey
}

/** The posts and pages of all files, in their order. */
export async function* readPosts(files: readonly string[], progress: Progress): AsyncGenerator<WxrItem> {
  progress.begin('Writing', await sizeOf(files))
  for await (const { record } of readAll(files, progress)) {
    if (record.kind !== 'item') continue
    progress.items(1)
    yield record.item
  }
  progress.end()
}

async function* readAll(
  files: readonly string[],
  progress: Progress,
  survey?: Survey,
): AsyncGenerator<{ record: WxrRecord; file: string }> {
  let before = 0
  for (const file of files) {
    const telling = {
      read: (bytes: number) => progress.at(before + bytes),
      faults: (count: number) => {
        if (survey) survey.faults += count
      },
    }
    for await (const record of readWxr(file, telling)) yield { record, file }
    before += await sizeOf([file])
  }
}

async function sizeOf(files: readonly string[]): Promise<number> {
  let bytes = 0
  // A file that is missing is told by whoever reads it.
  for (const file of files)
    bytes += await stat(file).then(
      ({ size }) => size,
      () => 0,
    )
  return bytes
}
