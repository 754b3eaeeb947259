import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type SiteProcess, startSite } from '@/lib/testing/site-process'
import { schemaFaults } from '@/lib/testing/xmllint'

// Every sitemap of the demo site against the schemas of sitemaps.org and Google (CORPUS_DIR/sitemap-xsd), by xmllint.

const schemas = join(process.env.CORPUS_DIR ?? '', 'sitemap-xsd')
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-xsd-'))
let site: SiteProcess | undefined
afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Of the sitemaps' schemas, and of Google's on top of them. */
const faultsOf = (xml: string, schema = 'all.xsd') => schemaFaults(xml, join(schemas, schema))

async function textOf(url: string): Promise<string> {
  const response = await fetch(url)
  expect([url, response.status]).toEqual([url, 200])
  return response.text()
}

test('the index and every sitemap that it names is valid, and none of them is empty', async () => {
  site = await startSite(folder)
  const index = await textOf(`${site.url}/sitemap.xml`)
  expect(faultsOf(index, 'siteindex.xsd')).toBe('')
  const urls = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '')
  expect(urls.length).toBeGreaterThan(5)
  for (const url of urls) {
    const xml = await textOf(url)
    expect([url, faultsOf(xml)]).toEqual([url, ''])
    expect(xml).toContain('<url>')
  }
})

test('planted: an element out of its place, and a date that is none, are found', () => {
  const urlset = (inner: string) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>${inner}</url></urlset>`
  const place = '<loc>https://news.example/a/</loc>'
  expect(faultsOf(urlset(place))).toBe('')
  expect(faultsOf(urlset(`<lastmod>2026-11-22</lastmod>${place}`))).toContain('lastmod')
  expect(faultsOf(urlset(`${place}<lastmod>22 November</lastmod>`))).toContain('lastmod')
})
