import type { Database } from '@/lib/db'
import { findArrived, noteArrivedIn } from '@/lib/media/arrived-mutations'
import { orderForget } from '@/lib/media/library-mutations'
import { addMedia, type MediaInput, replaceMedia } from '@/lib/media/mutations'
import { orderLookThrough } from '@/lib/media/use-mutations'
import type { MediaFiles } from './media-files'
import type { Pace } from './pace'
import { plainLine } from './plain-line'
import type { ImportReport } from './report'
import type { Survey } from './survey'

const AT_ONCE = 50

/** Brings the attachments into the media library: what is known of them, and whether their files are here. */
export async function writeMedia(
  db: Database,
  survey: Survey,
  files: MediaFiles,
  pace: Pace | null,
  report: ImportReport,
): Promise<void> {
  const given = new Set<string>()
  for (const some of slices([...survey.media.ids])) {
    const wanted = some.flatMap((id) => mediaInput(id, survey, files) ?? [])
    const rows = await db.media.findMany({
      where: {
        OR: [{ sourceSite: survey.key, sourceId: { in: some } }, { path: { in: wanted.map(({ path }) => path) } }],
      },
    })
    const bySource = new Map(
      rows.filter(({ sourceSite }) => sourceSite === survey.key).map((row) => [row.sourceId, row]),
    )
    const paths = new Set(rows.map(({ path }) => path))
    const fresh: MediaInput[] = []
    const changed: { id: number; media: MediaInput }[] = []
    const replaced: string[] = []
    for (const media of wanted) {
      const row = bySource.get(media.source?.id ?? 0)
      // Somebody here has put another file in its place, which stays.
      if (row?.hash) {
        replaced.push(media.path)
        report.count('attachment', '', 'unchanged')
        report.note('files of the media library that were replaced here stay as they are', media.path)
        continue
      }
      const isTaken = row?.path !== media.path && (paths.has(media.path) || given.has(media.path))
      if (media.storedAt === null) report.note('files of the media library are not here', media.path)
      if (isTaken && !row) {
        report.count('attachment', '', 'left out')
        report.note(
          'attachments have their file in common with another; there is one of them in the library',
          media.path,
        )
        continue
      }
      given.add(media.path)
      const asked = keptFacts(isTaken && row ? { ...media, path: row.path } : media, row)
      const isSame = row !== undefined && sameMedia(row, asked)
      report.count('attachment', '', row ? (isSame ? 'unchanged' : 'changed') : 'added')
      if (!row) fresh.push(asked)
      else if (!isSame) changed.push({ id: row.id, media: asked })
    }
    if (!pace || (!fresh.length && !changed.length && !replaced.length)) continue
    await pace.transact(async (tx) => {
      if (fresh.length) await addMedia(tx, fresh)
      // Articles may name what was not in the library before.
      if (fresh.length) await orderLookThrough(tx, new Date())
      for (const { id, media } of changed) await replaceMedia(tx, id, media)
      // Their old files may have come along with the others: at their addresses they would stand in the way.
      for (const path of replaced) await orderForget(tx, path, new Date())
    })
  }
}

type KnownFacts = { editedAt: Date | null; storedAt: Date | null; alt: string; caption: string; credit: string }

/** What somebody here has written about a file stays, and since when it is here: moved to another storage it has not come anew. */
function keptFacts<T extends MediaInput>(media: T, row: KnownFacts | undefined): T {
  const storedAt = media.storedAt && (row?.storedAt ?? media.storedAt)
  if (!row?.editedAt) return { ...media, storedAt }
  const { alt, caption, credit } = row
  return { ...media, storedAt, alt, caption, credit }
}

function mediaInput(
  id: number,
  survey: Survey,
  files: MediaFiles,
): (MediaInput & { source: { site: string; id: number } }) | null {
  const media = survey.media.get(id)
  if (!media) return null
  const { filePath, mimeType, alt, caption, width, height, createdAt, url } = media
  return {
    path: filePath,
    mimeType,
    alt: plainLine(alt),
    caption: plainLine(caption),
    credit: '',
    width,
    height,
    storedAt: files.storedAt(filePath),
    createdAt,
    sourceUrl: url || null,
    source: { site: survey.key, id },
  }
}

/** What an export says of a file; what else the library knows of it is its own. */
function sameMedia(row: Omit<MediaInput, 'source'>, { source: _, ...wanted }: MediaInput): boolean {
  const told = (media: Omit<MediaInput, 'source'>) => JSON.stringify(media, Object.keys(wanted).sort())
  return told(row) === told(wanted)
}

/** Articles that were imported before their pictures came here show them from now on. */
export async function showArrivedImages(
  db: Database,
  site: string,
  files: MediaFiles,
  pace: Pace | null,
  report: ImportReport,
): Promise<void> {
  for await (const arrived of findArrived(db, { sourceSite: site }, (sources) => files.among(sources))) {
    report.note('articles show pictures that have come since', arrived.path)
    await pace?.transact((tx) => noteArrivedIn(tx, arrived))
  }
}

function* slices<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE)
}
