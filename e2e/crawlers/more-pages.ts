import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { Parser } from 'htmlparser2'
import { startSite } from '@/lib/testing/site-process'
import type { Judged } from './judge'

/** What no link leads to. The newsroom is not among it: its pages are what React makes of them. */
const UNLINKED = ['/no-such-thing/', '/search/?q=ferry', '/search/?q=xylophonist']
const LISTS = ['/', '/all/', '/all/page/2/', '/category/harbour/ferries/', '/category/ar/', '/tag/ferries/']
const TEXTS = ['/about/', '/corrections/', '/author/maren-oldacre/', '/the-last-boat/', '/عبارة-منتصف-الليل/']
const WITHDRAWN = '/twelve-lamps-on-mill-lane/'

/**
 * Writes the templates that the crawl did not come by, and all of them once more as a site in Arabic draws them. Answers the
 * addresses by the file in which each lies.
 */
export async function writeMorePages(judged: Judged, folder: string): Promise<Map<string, string>> {
  mkdirSync(folder)
  const files = new Map<string, string>()
  const write = (address: string, html: string) => {
    const file = join(folder, `more-${files.size}.html`)
    writeFileSync(file, html)
    files.set(file, address)
  }
  const read = async (url: string, paths: string[]) => {
    for (const path of paths) write(`${url}${path}`, await (await fetch(url + encodeURI(path))).text())
  }
  await read(judged.url, UNLINKED)
  write('a refused reply', await refusedReply(judged.url))
  const arabic = await startSite(await inArabic(judged.folder))
  try {
    const year = `/${new Date().getFullYear()}/`
    await read(arabic.url, [...LISTS, ...TEXTS, ...UNLINKED, year, WITHDRAWN])
    write('a refused reply in Arabic', await refusedReply(arabic.url))
  } finally {
    await arabic.stop()
  }
  return files
}

/** The same newsroom with Arabic as its language, and with an article withdrawn. */
async function inArabic(folder: string): Promise<string> {
  const dataDir = join(folder, 'arabic')
  mkdirSync(dataDir)
  const file = join(dataDir, 'broadsheet.db')
  const original = new BetterSqlite3(join(folder, 'data', 'broadsheet.db'), { readonly: true })
  await original.backup(file)
  original.close()
  const db = new BetterSqlite3(file)
  db.exec(`UPDATE Setting SET value = json_set(value, '$.locale', 'ar') WHERE key = 'site'`)
  const withdrawn = db
    .prepare(`UPDATE Article SET status = 'WITHDRAWN', withdrawnAt = ?, withdrawalNotice = ? WHERE path = ?`)
    .run(new Date().toISOString(), 'It was not so.', WITHDRAWN)
  if (withdrawn.changes !== 1) throw new Error(`there is no ${WITHDRAWN} to withdraw`)
  db.close()
  return dataDir
}

/** The page that answers a reply without a name. */
async function refusedReply(url: string): Promise<string> {
  const path = '/the-last-boat/'
  const form = new FormData()
  new Parser({
    onopentag(name, { type, name: called, value }) {
      if (name === 'input' && type === 'hidden' && called) form.set(called, value ?? '')
    },
  }).end(await (await fetch(url + path)).text())
  form.set('comment', 'Words to keep.')
  const answer = await fetch(url + path, { method: 'POST', body: form, headers: { origin: url } })
  if (answer.status !== 422) throw new Error(`a reply without a name was answered ${answer.status}`)
  return answer.text()
}
