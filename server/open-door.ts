import { resolve } from 'node:path'
import type { Database } from '@/lib/db'
import type { Env } from '@/lib/env'
import { onInvalidation } from '@/lib/invalidation'
import type { PageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { chosenStorage, mediaDirOf } from '@/lib/storage/open'
import { Again } from './again'
import { Counter } from './counter'
import type { Door } from './door'
import { Files } from './files'
import { commonHeaders } from './headers'
import { Pages } from './pages'
import { RedirectHits } from './redirect-hits'
import { anonymousRequest, type NextHandler, render } from './render'
import { openSearches } from './shared-searches'

const MB = 1024 * 1024

/** The door of this process: its files, and its pages, which hear of every change. */
export function openDoor(env: Env, db: Database, handle: NextHandler): Door {
  const { host } = new URL(env.siteUrl)
  const draw = (url: string, context: PageContext) => render(handle, anonymousRequest(url, host), context)
  const pages = new Pages(env.pageCacheMb * MB, draw, env.cacheTagHeader)
  onInvalidation((tags) => pages.change(tags))
  const mediaDir = mediaDirOf(env.dataDir)
  const media = async () => chosenStorage(mediaDir, (await getSiteFacts(db)).storage, env.s3)
  const files = new Files(resolve('public'), resolve(env.buildDir, 'static'), mediaDir, media)
  const headers = commonHeaders(env)
  const counter = new Counter(env)
  const again = new Again(env, pages, counter, headers)
  const own = { env, db, handle, files, pages, again, counter, redirectHits: new RedirectHits() }
  return { ...own, maySearch: openSearches(), commonHeaders: headers, isEnding: false }
}
