import { AsyncLocalStorage } from 'node:async_hooks'
import type { ReactElement } from 'react'
import { decodePath } from './articles/paths'
import type { FormState } from './auth/form-state'
import type { ReplyError, ReplyField, ReplyValues } from './comments/reply'
import type { View } from './counting/view'
import type { ReportError, ReportField } from './reports/report'

/** What a reply was refused for, and all that was typed: drawn by the page of the same request. */
export type RefusedReply = {
  values: ReplyValues
  /** By field; "" is the whole reply. */
  errors: Partial<Record<ReplyField | '', ReplyError>>
}

/** The same of a report of an error. */
export type RefusedReport = {
  values: Record<string, string>
  errors: Partial<Record<ReportField | '', ReportError>>
}

/**
 * What the door and the page of one request tell each other. The door opens it around the render; Next bundles its own
 * copy of this module, so the store lives on globalThis.
 */
export type PageContext = {
  requestId: string
  /** Path and query as requested, still encoded. */
  url: string
  /** True for an address of the newsroom or its front door (server/newsroom.ts). */
  newsroom?: boolean
  /** True for what the door takes for a preview (server/preview.ts): such a page is drawn nowhere else. */
  preview?: boolean
  /** The reader's address as far as the configuration trusts it. */
  clientAddress: string
  status?: number
  location?: string
  expiresAt?: Date
  /** What the head of the answer says beside what is said of every page. */
  headers?: Record<string, string>
  /** True when the page shows what is one reader's own. */
  personal?: boolean
  /** True for a page that other sites may show in a frame. */
  framed?: boolean
  /** Of the redirect that answers: its hits are counted (server/redirect-hits.ts). */
  redirectId?: number
  /** What is counted when the page is read. */
  view?: View
  refusedReply?: RefusedReply
  refusedReport?: RefusedReport
  /** What came of a form of the newsroom. */
  form?: FormState
  /** Draws a page of readers (lib/draw-once.ts). */
  draw?: (page: ReactElement) => Promise<string>
  /** The page that was drawn so. */
  html?: string
  /** What the render threw, as instrumentation.ts heard of it. */
  failure?: unknown
  /** Statements sent to the database so far. */
  queries: number
  tags: Set<string>
}

const shared = globalThis as { [key: symbol]: unknown }
const key = Symbol.for('broadsheet.page-context')
shared[key] ??= new AsyncLocalStorage<PageContext>()
const store = shared[key] as AsyncLocalStorage<PageContext>

export function runInPageContext<T>(context: PageContext, work: () => T): T {
  return store.run(context, work)
}

/** The context of this request; undefined where there is no door (`next dev`, tests). */
export function pageContext(): PageContext | undefined {
  return store.getStore()
}

/** Counts a statement that was sent to the database for this request. */
export function countQuery(): void {
  const context = store.getStore()
  if (context) context.queries++
}

/** Says that the page shows what `tags` name: it is made anew when one of them changes. */
export function dependsOn(...tags: string[]): void {
  const context = store.getStore()
  for (const tag of tags) context?.tags.add(tag)
}

/** Says that the page is true until `moment` at the longest; the earliest of several counts. */
export function expiresAt(moment: Date): void {
  const context = store.getStore()
  if (context && (!context.expiresAt || moment < context.expiresAt)) context.expiresAt = moment
}

/** Says something in the head of the answer, for those who read no more of it. */
export function sayInHead(headers: Record<string, string>): void {
  const context = store.getStore()
  if (context) context.headers = { ...context.headers, ...headers }
}

/** Says that the answer is one reader's own: it is kept nowhere. */
export function isPersonal(): void {
  const context = store.getStore()
  if (context) context.personal = true
}

/** Says that the page was made for frames of other sites. */
export function mayBeFramed(): void {
  const context = store.getStore()
  if (context) context.framed = true
}

/** Says which redirect answers. */
export function isLed(redirectId: number): void {
  const context = store.getStore()
  if (context) context.redirectId = redirectId
}

/** Says what is counted when the page is read: said by no page, it is one of all. */
export function countsAs(view: View): void {
  const context = store.getStore()
  if (context) context.view = view
}

/** True where a preview may be drawn: the door keeps such a page nowhere. Without a door (`next dev`) nothing is kept. */
export function isPreviewed(): boolean {
  const context = store.getStore()
  return context === undefined || context.preview === true
}

/** An address as it may be written down: whoever has that of a preview reads it. */
export function loggedUrl(url: string): string {
  const path = decodePath(url.split(/[?#]/, 1)[0] ?? '')
  return /^\/+preview\/+./is.test(path) ? '/preview/…' : url
}
