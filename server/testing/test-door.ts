import type { Database } from '@/lib/db'
import { readEnv } from '@/lib/env'
import { serving } from '@/lib/testing/ask'
import { Again } from '../again'
import { Counter } from '../counter'
import { answer, type Door } from '../door'
import { Files } from '../files'
import { commonHeaders } from '../headers'
import { Pages } from '../pages'
import { RedirectHits } from '../redirect-hits'
import { anonymousRequest, type NextHandler, render } from '../render'
import { openSearches } from '../shared-searches'

const NO_FILES = new Files('/nonexistent', '/nonexistent', '/nonexistent')

export type TestDoor = { door: Door; pages: Pages; ask: ReturnType<typeof serving> }

/** A whole door of its own in front of a renderer, and how it is asked. */
export function testDoor(site: { db: Database }, handle: NextHandler, files = NO_FILES): TestDoor {
  const env = readEnv({ CLIENT_ADDRESS_HEADER: 'x-forwarded-for' })
  const headers = commonHeaders(env)
  const pages = new Pages(1e6, (url, context) => render(handle, anonymousRequest(url, 'localhost'), context))
  const counter = new Counter(env)
  const door: Door = {
    ...{ env, handle, files, pages, counter, redirectHits: new RedirectHits(), maySearch: openSearches() },
    ...{ again: new Again(env, pages, counter, headers), commonHeaders: headers, isEnding: false },
    // It is there when the first test begins.
    get db(): Database {
      return site.db
    },
  }
  return { door, pages, ask: serving((req, res) => void answer(door, req, res)) }
}
