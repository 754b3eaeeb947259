import { checksOf } from '@/lib/articles/checks'
import type { Database } from '@/lib/db'
import { htmlToDocument } from '@/lib/documents/html-document'
import { env } from '@/lib/env'
import { contentOf } from './content'
import { readCopy } from './copy-mutations'
import { readStored } from './stored-queries'

/** What the list before publishing calls a must is asked here too: the list is a picture, this is the door. */
export async function isReady(db: Database, id: number): Promise<boolean> {
  const article = await readStored(db, id)
  if (!article) return true
  const content = (await readCopy(db, id))?.content ?? contentOf(article.input)
  const document = content.document ?? htmlToDocument(content.body)
  const hasByline = content.authorIds.length > 0 || content.bylineOverride !== null
  const facts = { ...content, kind: article.input.kind, document, hasByline, siteUrl: env().siteUrl }
  return !checksOf(facts).some(({ must }) => must)
}
