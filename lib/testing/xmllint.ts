import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder with the schemas of sitemaps; null where this machine has none: they are not ours to publish. */
export function sitemapSchemas(): string | null {
  const folder = join(process.env.CORPUS_DIR ?? resolve('../shared/data'), 'sitemap-xsd')
  return existsSync(folder) ? folder : null
}

/** What xmllint has against a document; empty where it is valid. */
export function schemaFaults(xml: string, schema: string): string {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], {
    input: xml,
    encoding: 'utf8',
  })
  if (status === null) throw new Error('xmllint is not here: apt-get install libxml2-utils')
  return status === 0 ? '' : stderr
}
