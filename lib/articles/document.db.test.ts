import { expect, test } from 'vitest'
import { articleText } from '@/lib/documents/article-text'
import { documentOf } from '@/lib/documents/document'
import { parseDocument } from '@/lib/documents/schema'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { addArticle, articleInput } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { replaceArticle } from './mutations'

const site = testDatabase()
const document = documentOf([
  { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'The ramp' }] },
  { type: 'paragraph', content: [{ type: 'text', text: '“Once.” مرفأ', marks: [{ type: 'bold' }] }] },
])

test('an article keeps the document its body was written from, and loses it with a body of another origin', async () => {
  const input = articleInput({ ...articleText(document, 'en') })
  const id = await addArticle(site.db, input)
  const stored = () => site.db.article.findUniqueOrThrow({ where: { id }, select: { document: true, body: true } })
  const { document: read, body } = await stored()
  expect(parseDocument(read)).toEqual({ ok: true, document })
  expect(body).toBe('<h3>The ramp</h3>\n<p><strong>“Once.” مرفأ</strong></p>')

  const facts = await getSiteFacts(site.db)
  const imported = { ...input, document: null, body: '<p>Imported.</p>' }
  await transact(site.db, (tx) => replaceArticle(tx, id, imported, { ...facts, timeZone: 'UTC' }))
  expect(await stored()).toEqual({ document: null, body: '<p>Imported.</p>' })
})
