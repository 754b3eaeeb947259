import { contentOf } from '@/lib/articles/editing/content'
import { readCopy } from '@/lib/articles/editing/copy-mutations'
import type { Database } from '@/lib/db'
import { ines, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { actionId, type NewsroomClient } from '@/lib/testing/newsroom-client'

/** Somebody who goes on writing until the site does not answer any more, and knows what it has acknowledged. */
export type Writer = {
  name: string
  acknowledged: number
  writeUntilItFails(): Promise<void>
  /**
   * What was acknowledged and is not there, after the server was killed; of what was finished in earlier rounds too where
   * `everything` is looked at. Takes what is there for the next round.
   */
  lost(db: Database, everything: boolean): Promise<string[]>
}

const ACTIONS = 'lib/articles/editing/actions.ts'
const page = (id: number) => `/admin/articles/${id}/`

/** Two who write drafts, one who changes a live article, and one who publishes. */
export async function beginWriters(db: Database, client: NewsroomClient): Promise<Writer[]> {
  const save = actionId(ACTIONS, 'saveAction')
  const life = actionId(ACTIONS, 'lifeAction')
  const typist = async (name: string, isLive: boolean): Promise<Writer> => {
    const begin = (by: Database) => (isLive ? writeLive(by, new Date()) : writeDraft(by, new Date()))
    return typistOf({ name, isLive, begin, save: (id, sent) => client.call(save, page(id), sent) }, await begin(db))
  }
  return [
    await typist('saves of a draft', false),
    await typist('saves of another', false),
    await typist('saves of a live article', true),
    await publisherOf(db, (id, sent) => client.call(life, page(id), sent)),
  ]
}

type Answer = { ok: boolean; version: number; copyVersion?: number | null; reason?: string }
type Text = Awaited<ReturnType<typeof writeDraft>>
type Typist = {
  name: string
  isLive: boolean
  begin(db: Database): Promise<Text>
  save(id: number, sent: unknown): Promise<unknown>
}

/** A text is finished with so many lines, and another begun: longer ones would be all that a server has to do. */
const MOST_LINES = 150

function typistOf({ name, isLive, begin, save }: Typist, first: Text): Writer {
  let { id, version, content } = first
  let copyVersion: number | null = null
  let line = 0
  let lines: string[] = []
  const finished: { id: number; lines: string[] }[] = []
  const read = async (db: Database, of: number) => {
    const article = await stored(db, of)
    const copy = isLive ? await readCopy(db, of) : null
    return { article, copy, content: copy?.content ?? contentOf(article.input) }
  }
  const writer: Writer = {
    name,
    acknowledged: 0,
    async writeUntilItFails() {
      for (;;) {
        const added = `<p>${name}, line ${++line}.</p>`
        const next = { ...content, body: content.body + added }
        const answer = await save(id, { id, version, copyVersion, isLive, content: next }).then(
          (returned) => returned as Answer,
          () => null,
        )
        if (!answer) return
        if (!answer.ok) throw new Error(`${name}: refused, ${answer.reason}`)
        ;({ version } = answer)
        if (answer.copyVersion !== undefined) copyVersion = answer.copyVersion
        content = next
        lines.push(added)
        writer.acknowledged++
      }
    },
    async lost(db, everything) {
      const faults: string[] = []
      for (const text of everything ? finished : [])
        faults.push(...missing(text.lines, (await read(db, text.id)).content))
      const { article, copy, content: there } = await read(db, id)
      faults.push(...missing(lines, there))
      content = there
      version = article.version
      copyVersion = copy?.version ?? null
      if (lines.length < MOST_LINES) return faults
      finished.push({ id, lines })
      lines = []
      copyVersion = null
      ;({ id, version, content } = await begin(db))
      return faults
    },
  }
  return writer
}

/** Lines that are not in a text, or are twice. */
function missing(lines: readonly string[], { body }: { body: string }): string[] {
  const times = new Map<string, number>()
  for (const [said] of body.matchAll(/<p>[^<]*<\/p>/g)) times.set(said, (times.get(said) ?? 0) + 1)
  return lines.filter((said) => times.get(said) !== 1).map((said) => `lost: ${said}`)
}

const WAITING = 40

async function publisherOf(first: Database, send: (id: number, sent: unknown) => Promise<unknown>): Promise<Writer> {
  const published: number[] = []
  const drafts: { id: number; version: number }[] = []
  const fill = async (db: Database) => {
    while (drafts.length < WAITING) {
      const byline = { bylineOverride: 'Agencies', dek: 'What it is about.' }
      drafts.push(await writeDraft(db, new Date(), byline, ines))
    }
  }
  await fill(first)
  const writer: Writer = {
    name: 'published',
    acknowledged: 0,
    async writeUntilItFails() {
      for (let draft = drafts.shift(); draft; draft = drafts.shift()) {
        const { id, version } = draft
        const answer = await send(id, { id, version, verb: 'publish' }).then(
          (returned) => returned as Answer,
          () => null,
        )
        if (!answer) return
        if (!answer.ok) throw new Error(`publishing was refused: ${answer.reason}`)
        published.push(id)
        writer.acknowledged++
      }
    },
    async lost(db) {
      await fill(db)
      const rows = await db.article.findMany({ where: { id: { in: published } }, select: { id: true, status: true } })
      const there = new Set(rows.flatMap(({ id, status }) => (status === 'PUBLISHED' ? [id] : [])))
      return published.filter((id) => !there.has(id)).map((id) => `lost: article ${id} was published`)
    },
  }
  return writer
}
