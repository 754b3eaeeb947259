import { expect, test } from 'vitest'
import { addAuthors } from '@/lib/authors/mutations'
import { documentOf } from '@/lib/documents/document'
import { transact } from '@/lib/invalidation'
import { addCategory, addTags } from '@/lib/taxonomy/mutations'
import { ines, must, stored, writeDraft } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { listRevisions } from './admin-queries'
import { type Content, contentOf, contentSchema } from './content'
import { readCopy, saveWorkingCopy } from './copy-mutations'
import { saveDraft } from './draft-mutations'
import { publish } from './publish-mutations'
import { restoreRevision } from './restore-mutations'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const FIELDS = Object.keys(contentSchema.shape) as (keyof Content)[]

/** Two contents that agree in nothing. */
async function twoContents(): Promise<[Content, Content]> {
  const { content: empty } = await writeDraft(site.db, noon)
  const original = await writeDraft(site.db, noon)
  const parent = await writeDraft(site.db, noon)
  const [first = 0, second = 0, third = 0, name = 0] = await transact(site.db, async (tx) => {
    const none = { description: '', position: 0, parentId: null }
    const unique = `harbour-${original.id}`
    const one = await addCategory(tx, { slug: unique, path: unique, name: 'Harbour', ...none })
    const other = await addCategory(tx, { slug: `${unique}-2`, path: `${unique}-2`, name: 'Sport', ...none })
    const [tag] = await addTags(tx, [{ slug: unique, name: unique, description: '' }])
    const [author] = await addAuthors(tx, [{ slug: unique, name: 'Maren', bio: '', source: null }])
    return [one, other, tag, author]
  })
  const filled: Content = {
    ...{ slug: '', headline: 'The last boat', kicker: 'Harbour', dek: 'It leaves.', excerpt: 'By hand.' },
    ...{ label: 'ANALYSIS', body: '<p>Words of before.</p>', locale: 'fa', bylineOverride: 'Agencies' },
    document: documentOf([{ type: 'paragraph', content: [{ type: 'text', text: 'Words of before.' }] }]),
    leadImage: { src: '/media/boat.jpg', alt: 'A boat', caption: 'Moored', credit: 'Idris', width: 1600, height: 900 },
    ...{ primaryCategoryId: first, categoryIds: [first, second], tagIds: [third], authorIds: [name] },
    ...{ parentId: parent.id, position: 3, authorRoles: { [name]: 'photographs' } },
    ...{
      seoTitle: 'Boats, in short',
      seoDescription: 'All about boats.',
      canonicalUrl: 'https://agency.example/boats/',
    },
    ...{ noIndex: true, aiUse: 'ASSISTED', aiNote: 'A first translation.', translationOfId: original.id },
  }
  return [filled, { ...empty, slug: '', headline: 'Another', body: '<p>Words of after.</p>' }]
}

/** What is not written by hand twice: the slug stays where it is. */
const restored = ({ slug: _, ...content }: Content) => content

test('going back in a draft’s history brings back every field', async () => {
  const [before, after] = await twoContents()
  const draft = await writeDraft(site.db, noon, before)
  const was = contentOf((await stored(site.db, draft.id)).input)
  const saved = must(await saveDraft(site.db, { ...draft, content: after }, ines, later(20)))
  const is = contentOf((await stored(site.db, draft.id)).input)
  // The document of a text that came as HTML is made when it is opened.
  const same = FIELDS.filter(
    (field) => field !== 'document' && JSON.stringify(was[field]) === JSON.stringify(is[field]),
  )
  expect(same).toEqual([])
  const [, first] = await listRevisions(ines, site.db, draft.id)
  const seen = { id: draft.id, version: saved.version, copyVersion: null, revisionId: first?.id ?? 0 }
  must(await restoreRevision(site.db, seen, ines, later(40)))
  expect(restored(contentOf((await stored(site.db, draft.id)).input))).toEqual(restored(was))
})

test('going back in a live article’s history brings back every field into its working copy', async () => {
  const [before, after] = await twoContents()
  const draft = await writeDraft(site.db, noon, before)
  const live = must(await publish(site.db, draft, ines, later(1)))
  const was = contentOf((await stored(site.db, draft.id)).input)
  const changing = { id: draft.id, version: live.version, copyVersion: null, content: after }
  const { copyVersion } = must(await saveWorkingCopy(site.db, changing, ines, later(20)))
  const published = (await listRevisions(ines, site.db, draft.id)).find(({ why }) => why === 'publish')
  const seen = { ...changing, copyVersion, revisionId: published?.id ?? 0 }
  const back = must(await restoreRevision(site.db, seen, ines, later(40)))
  // Just what readers see: then there is no working copy any more.
  expect([back, await readCopy(site.db, draft.id)]).toMatchObject([{ copyVersion: null }, null])
  expect(contentOf((await stored(site.db, draft.id)).input)).toEqual(was)
})
