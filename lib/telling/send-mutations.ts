import { z } from 'zod'
import { authorPath, categoryPath, tagPath } from '@/lib/articles/paths'
import type { Database } from '@/lib/db'
import { env } from '@/lib/env'
import { feedPath, languagePath } from '@/lib/feeds/address'
import { type Asked, fetchOutside, type Reach } from '@/lib/http/fetch-outside'
import { type AnyJobKind, jobKind } from '@/lib/jobs/kind'
import { getSiteFacts, type SiteFacts } from '@/lib/site/facts'
import { keyPath } from './settings'

// Each of them asks for the settings when its time has come: what was switched off meanwhile tells nobody.

/** Search engines hear which addresses are new, changed or gone (indexnow.org). */
export const indexNow = (reach: Reach): AnyJobKind =>
  jobKind({
    payload: z.object({ paths: z.array(z.string()).min(1) }),
    async work(db, { paths }) {
      const { indexNow: isOn, indexNowKey: key, indexNowService } = (await getSiteFacts(db)).telling
      if (!isOn || !key) return
      const { siteUrl } = env()
      const told = {
        host: new URL(siteUrl).host,
        key,
        keyLocation: siteUrl + keyPath(key),
        urlList: paths.map((path) => siteUrl + path),
      }
      const body = { type: 'application/json; charset=utf-8', text: JSON.stringify(told) }
      await post(reach, indexNowService, body)
    },
  })

const ids = z.array(z.number().int())

/** A hub hears which feeds have changed, fetches them, and hands them to all who wait for them (w3.org/TR/websub). */
export const webSub = (reach: Reach): AnyJobKind =>
  jobKind({
    payload: z.object({ categoryIds: ids, tagIds: ids, authorIds: ids, languages: z.array(z.string()).default([]) }),
    async work(db, changed) {
      const facts = await getSiteFacts(db)
      const { webSub: isOn, hub } = facts.telling
      if (!isOn) return
      const { siteUrl } = env()
      const form = new URLSearchParams({ 'hub.mode': 'publish' })
      for (const page of await changedPages(db, facts, changed)) {
        for (const format of ['rss', 'atom', 'json'] as const) form.append('hub.url', siteUrl + feedPath(page, format))
      }
      await post(reach, hub, { type: 'application/x-www-form-urlencoded', text: form.toString() })
    },
  })

type Changed = { categoryIds: number[]; tagIds: number[]; authorIds: number[]; languages: string[] }

/** Encoded paths of the pages whose feeds name the hub, and show an article that is filed so. */
async function changedPages(
  db: Database,
  { site, categories, authors }: SiteFacts,
  { categoryIds, tagIds, authorIds, languages }: Changed,
): Promise<string[]> {
  const tags = await db.tag.findMany({ where: { id: { in: tagIds } }, select: { slug: true } })
  return [
    ...['/', '/all/'],
    ...languages.filter((language) => language !== site.locale).map(languagePath),
    ...[...categories.withAncestors(categoryIds)].flatMap((id) => {
      const category = categories.get(id)
      return category ? [categoryPath(category.path)] : []
    }),
    ...tags.map(({ slug }) => tagPath(slug)),
    ...authorIds.flatMap((id) => {
      const author = authors.get(id)
      return author ? [authorPath(author.slug)] : []
    }),
  ]
}

const SHOWN = 200

/** Sends it, and throws where it was not taken: such a job is tried again, and is seen on the desk once it is given up. */
async function post(reach: Reach, address: string, body: NonNullable<Asked['body']>): Promise<void> {
  const { status, body: said } = await fetchOutside(reach, address, { body })
  if (status >= 200 && status < 300) return
  throw new Error(`${new URL(address).host} answered ${status}: ${said.toString().slice(0, SHOWN)}`)
}
