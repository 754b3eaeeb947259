import type { Content } from '@/lib/articles/editing/content'
import { saveWorkingCopy, scheduleChanges } from '@/lib/articles/editing/copy-mutations'
import { changeSettings } from '@/lib/articles/editing/draft-mutations'
import { publish, submit, trash, withdraw } from '@/lib/articles/editing/publish-mutations'
import { endPreviewLink, makePreviewLink } from '@/lib/articles/preview/mutations'
import { previewToken } from '@/lib/articles/preview/token'
import type { Database } from '@/lib/db'
import { ines, must, writeDraft, writeLive, writeScheduled } from '@/lib/testing/newsroom'

export const KINDS = [
  'draft',
  'review',
  'scheduled',
  'embargoed',
  'trashed',
  'withdrawn',
  'copy',
  'timedcopy',
  'control',
] as const
export type Kind = (typeof KINDS)[number]

/** A text that nobody may see, but for the control's; its words stand nowhere else. */
export type Planted = {
  kind: Kind
  id: number
  /** In its headline, its text and its address: probes may ask for it. */
  name: string
  /** In its headline and its text beside the name: probes may look for it. */
  word: string
  /** In everything that is written of it, and in no probe. */
  mark: string
  path: string
  /** Links to its preview that do not work any more, or not for it. */
  tokens: string[]
}

const HOUR_MS = 3_600_000

/** Plants `each` of every kind, through the same verbs as the newsroom. */
export async function plant(db: Database, each: number, now: Date): Promise<Planted[]> {
  const primary = await db.category.findFirst({ select: { id: true } })
  const tags = await db.tag.findMany({ take: 2, select: { id: true } })
  const authors = await db.author.findMany({ take: 1, select: { id: true } })
  const filed = {
    primaryCategoryId: primary?.id ?? null,
    tagIds: tags.map(({ id }) => id),
    authorIds: authors.map(({ id }) => id),
  }
  const planted: Planted[] = []
  for (let i = 0; i < each; i++) {
    for (const kind of KINDS) {
      const letters = `${kind}${'abcdefghij'[i]}`
      const words = { name: `quillon${letters}`, word: `wexmere${letters}`, mark: `zanzibar${letters}` }
      const id = await write(db, kind, { ...filed, ...secretly(words) }, now)
      const { path } = await db.article.findUniqueOrThrow({ where: { id }, select: { path: true } })
      planted.push({ kind, id, ...words, path, tokens: await spentTokens(db, kind, id, now) })
    }
  }
  return planted
}

function secretly({ name, word, mark }: Record<'name' | 'word' | 'mark', string>): Partial<Content> {
  const all = `${name} ${word} ${mark}`
  return {
    ...{ slug: `${name}-${mark}`, headline: all, kicker: mark, dek: `${all}.`, excerpt: all, body: `<p>${all}</p>` },
    ...{ seoTitle: all, seoDescription: all, aiUse: 'ASSISTED', aiNote: all },
    leadImage: { src: `/media/${mark}.png`, alt: all, caption: all, credit: mark, width: 10, height: 10 },
  }
}

async function write(db: Database, kind: Kind, secret: Partial<Content>, now: Date): Promise<number> {
  const later = new Date(now.getTime() + 24 * HOUR_MS)
  switch (kind) {
    case 'scheduled':
      return (await writeScheduled(db, now, later, secret)).id
    case 'withdrawn': {
      const live = await writeLive(db, now, secret)
      must(await withdraw(db, { ...live, notice: 'It was taken down.' }, ines, now))
      return live.id
    }
    case 'copy':
    case 'timedcopy': {
      const { slug: _, ...changes } = secret
      const live = await writeLive(db, now, { headline: 'What everybody may read', kicker: null })
      const content = { ...live.content, ...changes }
      const copy = must(await saveWorkingCopy(db, { ...live, copyVersion: null, content }, ines, now))
      if (kind === 'timedcopy') must(await scheduleChanges(db, { ...live, ...copy, publishAt: later }, ines, now))
      return live.id
    }
    default: {
      const draft = await writeDraft(db, now, secret)
      if (kind === 'review') must(await submit(db, draft, ines, now))
      if (kind === 'trashed') must(await trash(db, draft, ines, now))
      if (kind === 'control') must(await publish(db, draft, ines, now))
      const settings = { commentsOpen: true, pinnedUntil: later, embargoUntil: later }
      if (kind === 'embargoed') must(await changeSettings(db, { ...draft, settings }, ines, now))
      return draft.id
    }
  }
}

/** One that was ended, one whose time is over, and one of a link that nobody made. */
async function spentTokens(db: Database, kind: Kind, articleId: number, now: Date): Promise<string[]> {
  if (kind === 'withdrawn' || kind === 'trashed') return []
  const long = { articleId, hours: 1, label: '' }
  const before = new Date(now.getTime() - 2 * HOUR_MS)
  const over = must(await makePreviewLink(db, long, ines, before))
  const ended = must(await makePreviewLink(db, long, ines, now))
  must(await endPreviewLink(db, { linkId: ended.id }, ines, now))
  const unmade = { id: ended.id + 1_000_000, expiresAt: ended.expiresAt }
  return [over, ended, unmade].map(previewToken)
}
