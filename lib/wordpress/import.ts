import { basename } from 'node:path'
import type { Database } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { listReplaced } from '@/lib/media/replaced-queries'
import { SITE_TAG } from '@/lib/site/facts'
import { storageOf } from '@/lib/storage/open'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { readEdited } from './edited-here'
import { readPosts, surveyFiles } from './export-files'
import { importPosts } from './import-posts'
import { isFirstImport, type Ledger, readLedger, writeLedger } from './ledger'
import { openMediaFiles } from './media-files'
import { LONGEST_MS, Pace } from './pace'
import type { Progress } from './progress'
import { ImportReport } from './report'
import type { Survey } from './survey'
import { openForReading, openTarget } from './target'
import { ArticleWriter } from './write-articles'
import { attachMedia } from './write-attachments'
import { showArrivedImages, writeMedia } from './write-media'
import { writeNumbers } from './write-numbers'
import { writeOldAddresses } from './write-old-addresses'
import { countArchives, joinPages, keepMenus, writeFooter, writeSite } from './write-site'
import { writeTerms } from './write-terms'
import { joinTranslations } from './write-translations'

export type ImportTask = {
  /** The files of one export, in any order. */
  files: readonly string[]
  databaseUrl: string
  dataDir: string
  /** Says what would be done and does nothing. */
  dryRun: boolean
  /** Takes the export's text also where somebody here has changed theirs; what they wrote stays in its history. */
  overwriteEdited: boolean
  now: Date
  progress: Progress
}

/**
 * Imports an export of WordPress: reads it to its end, then writes it in short transactions, so that it may be ended at any
 * moment and begun again. What is there already and is the same is left alone. Throws ImportRefusal before anything is
 * written where the files are not sound.
 */
export async function importWordpress(task: ImportTask): Promise<ImportReport> {
  const report = new ImportReport()
  const survey = await surveyFiles(task.files, task.progress)
  tellSurvey(survey, report)
  const target = task.dryRun
    ? await openForReading(task.databaseUrl, report)
    : await openTarget(task.databaseUrl, report)
  try {
    const pace = task.dryRun ? null : new Pace(target.db)
    await importSurveyed(task, survey, target.db, pace, report)
    if (pace) report.fact(paceLine(pace))
  } finally {
    await target.close()
  }
  return report
}

async function importSurveyed(
  { files, dataDir, now, progress, overwriteEdited }: ImportTask,
  survey: Survey,
  db: Database,
  pace: Pace | null,
  report: ImportReport,
): Promise<void> {
  const before = await readLedger(db, survey.key)
  const isResumed = before !== null && !before.finished
  if (isResumed) report.fact('An earlier run was ended in the middle; this one goes on with it.')
  let ledger: Ledger = {
    files: files.map((file) => basename(file)),
    first: before ? before.first : await isFirstImport(db),
    finished: false,
    items: Object.fromEntries([...survey.items].sort()),
    wrote: before?.wrote ?? {},
  }
  await pace?.transact(async (tx) => {
    await writeLedger(tx, survey.key, ledger)
    // Old addresses are looked up among what came from the sites that were imported.
    if (!before) changed(tx, SITE_TAG)
  })
  const media = await openMediaFiles(await storageOf(db, dataDir), await listReplaced(db))
  ledger = await writeSite(db, survey, ledger, pace, report)
  const ids = await writeTerms({ db, survey, pace, report, isAgain: before?.finished === true })
  await writeMedia(db, survey, media, pace, report)
  if (pace) await writeNumbers(db, survey, ids, pace)
  await keepMenus(db, survey, pace, report)
  const categories = new CategoryTree(await db.category.findMany())
  const writer = pace && new ArticleWriter(pace, survey, { timeZone: survey.zone.zone, categories })
  const isStored = (path: string) => media.storedAt(path) !== null
  const context = { survey, ids, isStored, report }
  await importPosts(readPosts(files, progress), { db, context, writer, overwriteEdited, now })
  tellOthers(survey, report)
  await showArrivedImages(db, survey.key, media, pace, report)
  if (!pace || !writer) return
  const keptOf = async (all: number[]) => (overwriteEdited ? new Set<number>() : readEdited(db, all))
  await joinPages(db, survey, pace, keptOf)
  await joinTranslations(db, survey, pace, report, keptOf)
  await attachMedia(db, survey, pace)
  await writeOldAddresses(db, survey, ids.categories, media, pace)
  ledger = await writeFooter(db, survey, ledger, pace)
  await countArchives(db, writer.touched, isResumed)
  await pace.transact((tx) => writeLedger(tx, survey.key, { ...ledger, finished: true }))
}

/** What was found out about the export as a whole. */
function tellSurvey(survey: Survey, report: ImportReport): void {
  const { zone, pattern } = survey
  report.fact(`Export of ${survey.key}.`)
  if (survey.unknownVersion !== null) {
    report.fact(
      `Its version is ${survey.unknownVersion || 'not said'}; 1.0, 1.1 and 1.2 are known. It was read like 1.2.`,
    )
  }
  if (survey.faults)
    report.note(
      'places in the file are no well-formed XML; they were read as they were meant',
      undefined,
      survey.faults,
    )
  report.fact(
    zone.pairs === 0
      ? 'No dates tell the time zone; it is taken to be UTC.'
      : `Time zone ${zone.zone}: guessed, it explains ${zone.fitting} of ${zone.pairs} dates.`,
  )
  if (pattern.following < pattern.posts) {
    const rest = pattern.posts - pattern.following
    report.fact(
      `${rest} of ${pattern.posts} addresses follow other patterns than ${pattern.pattern}; they are kept as they are.`,
    )
  }
  for (const host of survey.foreignHosts)
    report.note('hosts that posts link to are not taken for the site itself', host)
  for (const title of survey.oversized)
    report.note('items are larger than 64 MB and were left out', title || '(untitled)')
  if (survey.blocksLeftOut) report.note('reusable blocks are too large to be kept', undefined, survey.blocksLeftOut)
}

const IMPORTED = new Set(['post', 'page', 'attachment', 'nav_menu_item', 'guest-author', 'wp_block'])

/** Types that nothing here is made for. */
function tellOthers(survey: Survey, report: ImportReport): void {
  for (const [name, count] of survey.items) {
    const [type = '', status = ''] = name.split(' ')
    if (!IMPORTED.has(type)) report.count(type || '(no type)', `${status} → not imported`, 'left out', count)
  }
  const blocks = survey.blocks.size
  if (blocks) report.fact(`${blocks} reusable blocks stand in the texts that use them.`)
}

function paceLine({ transactions, slowestMs }: Pace): string {
  const isLong = slowestMs > LONGEST_MS ? ` (longer than ${LONGEST_MS} ms: the machine was busy)` : ''
  return `Written in ${transactions.toLocaleString('en')} transactions, the slowest ${slowestMs.toFixed(0)} ms${isLong}.`
}
