import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pagesOf } from './crawl'
import type { Judge } from './judge'
import { writeMorePages } from './more-pages'
import { isHere, runProgram } from './programs'

type Message = { type: string; url: string; message: string; lastLine?: number; extract?: string }

/** What the checker calls an error and is none, with why. */
const ALLOWED: { message: RegExp; because: string }[] = []

const JAR = resolve('node_modules/vnu-jar/build/dist/vnu.jar')

/** Every page of the demo, and every template in a site in Arabic, by Nu's HTML checker (vnu-jar). */
export const htmlJudge: Judge = {
  name: 'HTML',
  async judge(judged) {
    if (!isHere('java', '-version')) return { missing: 'java (default-jre-headless)' }
    const all = pagesOf(judged.crawl)
    // The same article for another comment is the same template.
    const [answering] = all.filter(({ url }) => url.includes('?replytocom='))
    const pages = all.filter(({ url }) => !url.includes('?replytocom=') || url === answering?.url)
    const addresses = new Map(pages.map(({ file, url }) => [file, url]))
    const more = await writeMorePages(judged, join(judged.folder, 'more'))
    for (const [file, address] of more) addresses.set(file, address)
    const { said, complaint } = await runProgram('java', [
      ...['-Xmx512m', '-Xss8m', '-jar', JAR],
      ...['--format', 'json', '--stdout', '--errors-only', '--exit-zero-always', ...addresses.keys()],
    ])
    if (!said.startsWith('{')) return { looked: 'nothing', faults: [complaint.slice(0, 300)] }
    const { messages } = JSON.parse(said) as { messages: Message[] }
    const faults = messages.flatMap(({ url, message, lastLine, extract }) => {
      if (ALLOWED.some((allowed) => allowed.message.test(message))) return []
      const where = addresses.get(fileURLToPath(url)) ?? url
      return [`${where}: ${message} (line ${lastLine ?? '?'}: ${(extract ?? '').trim().slice(0, 160)})`]
    })
    return { looked: `${addresses.size} pages`, faults }
  },
}
