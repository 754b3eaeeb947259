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
  /** What was acknowledged and is not there, after the server was killed. Takes what is there for the next round. */
  lost(db: Database): Promise<string[]>
}

const ACTIONS = 'lib/articles/editing/actions.ts'
const page = (id: number) => `/admin/articles/${id}/`

/** Two who write drafts, one who changes a live article, and one who publishes. */
export async function beginWriters(db: Database, client: NewsroomClient): Promise<Writer[]> {
  const save = actionId(ACTIONS, 'saveAction')
  const life = actionId(ACTIONS, 'lifeAction')
  const typist = async (name: string, isLive: boolean): Promise<Writer> => {
    const now = new Date()
    const { id, ...made } = isLive ? await writeLive(db, now) : await writeDraft(db, now)
    return typistOf({ name, id, isLive, ...made, save: (sent) => client.call(save, page(id), sent) })
  }
  return [
    await typist('saves of a draft', false),
    await typist('saves of another', false),
    await typist('saves of a live article', true),
    await publisherOf(db, (id, sent) => client.call(life, page(id), sent)),
  ]
}

type Answer = { ok: boolean; version: number; copyVersion?: number | null; reason?: string }
type Typist = Awaited<ReturnType<typeof writeDraft>> & {
  name: string
  isLive: boolean
  save(sent: unknown): Promise<unknown>
}

function typistOf({ name, id, isLive, save, ...first }: Typist): Writer {
  let { version, content } = first
  let copyVersion: number | null = null
  let line = 0
  const lines: string[] = []
  const writer: Writer = {
    name,
    acknowledged: 0,
    async writeUntilItFails() {
      for (;;) {
        const added = `<p>${name}, line ${++line}.</p>`
        const next = { ...content, body: content.body + added }
        const answer = await save({ id, version, copyVersion, isLive, content: next }).then(
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
    async lost(db) {
      const article = await stored(db, id)
      const copy = isLive ? await readCopy(db, id) : null
      content = copy?.content ?? contentOf(article.input)
      version = article.version
      copyVersion = copy?.version ?? null
      return lines.filter((said) => content.body.split(said).length !== 2).map((said) => `lost: ${said}`)
    },
  }
  return writer
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
