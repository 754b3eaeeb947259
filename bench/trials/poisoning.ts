import { largeSite, serveSite } from '../site'
import { type Answer, ask } from './ask'
import { atLeast, type Figure, none } from './figure'
import { articlePaths, hiddenFields } from './passing-site'
import { MARK, POISONS, type Poison } from './poisons'

const LEAST = 200
/** A page for each poison, and some to spare. */
const SIZE = { articles: 400, comments: 4_000 }

/**
 * Each poison is the first to ask for a page, and asks again once it is kept. What others then get must be, byte for byte,
 * what a second server answers that met no poison.
 */
export async function poisoning(): Promise<Figure[]> {
  const dataDir = largeSite(SIZE)
  const paths = await articlePaths(`file:${process.cwd()}/${dataDir}/broadsheet.db`, POISONS.length)
  if (paths.length < POISONS.length) throw new Error('there are more poisons than articles')
  // One name for both, because it stands in their pages.
  const set = { DATA_DIR: dataDir, SITE_URL: 'http://localhost' }
  const [site, clean] = [await serveSite(set), await serveSite(set)]
  const changed: string[] = []
  const cookies: string[] = []
  try {
    for (const [i, poison] of POISONS.entries()) {
      const path = paths[i] ?? ''
      const first = await askPoisoned(site.url, path, poison)
      const afterCold = await askClean(site.url, path)
      const again = await askPoisoned(site.url, path, poison)
      const afterWarm = await askClean(site.url, path)
      const expected = wordsOf(await askClean(clean.url, path))
      const isChanged = [afterCold, afterWarm].some((answer) => wordsOf(answer) !== expected)
      if (isChanged || expected.includes(MARK)) changed.push(poison.name)
      const kept = [first, afterCold, again, afterWarm].filter(isKept)
      if (kept.some(({ headers }) => headers['set-cookie'])) cookies.push(poison.name)
    }
  } finally {
    await Promise.all([site.stop(), clean.stop()])
  }
  for (const name of changed) console.log(`    changed a page: ${name}`)
  for (const name of cookies) console.log(`    left a cookie: ${name}`)
  return [
    atLeast('headers, parameters and methods not in the key', POISONS.length, LEAST, 'tried'),
    none('changed a kept page', changed.length, `${POISONS.length}`),
    none('kept answers with Set-Cookie', cookies.length, `${POISONS.length}`),
  ]
}

/** The site is asked by its name, whatever port it is at. */
const OWN_HOST = { host: 'localhost' }

const askClean = (url: string, path: string) => ask(url + path, { headers: OWN_HOST })

const askPoisoned = (url: string, path: string, { method = 'GET', headers = {}, query = '' }: Poison) =>
  ask(url + path + query, { method, headers: { ...OWN_HOST, ...headers } })

/** What anybody may be given again. */
const isKept = ({ headers }: Answer) => !/no-store|private/.test(headers['cache-control'] ?? 'no-store')

/** Status and page, without the form's token: it is of the hour, which may have turned between two servers. */
function wordsOf({ status, body }: Answer): string {
  const html = body.toString()
  const token = hiddenFields(html).find(([name]) => name === 'token')?.[1] ?? ''
  return `${status} ${token ? html.replaceAll(token, '') : html}`
}
