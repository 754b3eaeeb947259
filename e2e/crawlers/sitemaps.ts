import { join } from 'node:path'
import { schemaFaults, sitemapSchemas } from '@/lib/testing/xmllint'
import { elementsOf, textsOf } from '../xml'
import type { Judge } from './judge'
import { isHere } from './programs'

/** The index and all that it names against the schemas of sitemaps.org and Google, by xmllint. */
export const sitemapJudge: Judge = {
  name: 'sitemaps',
  async judge({ url }) {
    if (!isHere('xmllint', '--version')) return { missing: 'xmllint (libxml2-utils)' }
    const schemas = sitemapSchemas()
    if (!schemas) return { missing: 'the schemas (CORPUS_DIR/sitemap-xsd)' }
    const index = await textOf(`${url}/sitemap.xml`)
    const lists = textsOf(elementsOf(index), 'loc', 'sitemap')
    const faults = faultsOf(`${url}/sitemap.xml`, index, join(schemas, 'siteindex.xsd'))
    for (const list of lists) faults.push(...faultsOf(list, await textOf(list), join(schemas, 'all.xsd')))
    return { looked: `the index and ${lists.length} lists`, faults }
  },
}

function faultsOf(url: string, xml: string, schema: string): string[] {
  const said = schemaFaults(xml, schema)
  return said ? [`${url}: ${said.split('\n', 1)[0]}`] : []
}

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url)
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
  return answer.text()
}
