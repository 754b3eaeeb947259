import { readFileSync } from 'node:fs'
import Validator from '@adobe/structured-data-validator'
import WebAutoExtractor from '@marbec/web-auto-extractor'
import { structuredFaults } from '@/lib/structured-data/check'
import { pagesOf } from './crawl'
import type { Judge, Judged } from './judge'

const speaking = ({ crawl }: Judged) => pagesOf(crawl).filter(({ page }) => page.structured.length > 0)

/** What pages say in JSON-LD, by our own check of what Google requires (lib/structured-data/check.ts). */
const ownCheck: Judge = {
  name: 'structured data',
  async judge(judged) {
    const pages = speaking(judged)
    const faults = pages.flatMap(({ url, page }) =>
      page.structured.flatMap((json) => structuredFaults(json, judged.url).map((fault) => `${url}: ${fault}`)),
    )
    return { looked: `${pages.length} pages`, faults }
  },
}

/** The same by Adobe's validator, which knows what Google requires of breadcrumbs, people, pictures and organisations. */
const adobe: Judge = {
  name: 'Adobe’s validator',
  async judge(judged) {
    const pages = speaking(judged)
    const faults: string[] = []
    let things = 0
    for (const { url, file } of pages) {
      const extracted = new WebAutoExtractor({ addLocation: false, embedSource: [] }).parse(readFileSync(file, 'utf8'))
      things += Object.values(extracted.jsonld ?? {}).flat().length
      for (const { rootType, issueMessage, severity } of await new Validator().validate(extracted)) {
        if (severity === 'ERROR' && !isForBreadcrumbs(rootType, issueMessage))
          faults.push(`${url}: ${rootType}: ${issueMessage}`)
      }
    }
    return { looked: `${things} things on ${pages.length} pages`, faults }
  },
}

/**
 * Of an item of any list it wants the name that an item of a breadcrumb must have. A list of articles gives their addresses,
 * which is all that Google asks of it (developers.google.com/search/docs/appearance/structured-data/carousel).
 */
const isForBreadcrumbs = (rootType: string, message: string): boolean =>
  rootType !== 'BreadcrumbList' && message.includes('Required attribute "item.name" is missing')

export const structuredJudges: Judge[] = [ownCheck, adobe]
