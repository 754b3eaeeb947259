import { LinkChecker } from 'linkinator'
import type { Judge } from './judge'

/** Every link of the site by linkinator, which goes its own ways; other sites are left alone. */
export const linkJudge: Judge = {
  name: 'linkinator',
  async judge({ url }) {
    const checker = new LinkChecker()
    const { links } = await checker.check({
      redirects: 'error',
      path: `${url}/`,
      recurse: true,
      concurrency: 8,
      timeout: 30_000,
      linksToSkip: async (link) => !link.startsWith(url),
    })
    const asked = links.filter(({ state }) => state !== 'SKIPPED')
    const faults = asked.flatMap(({ url: link, state, status, parent }) =>
      state === 'BROKEN' ? [`${link} answers ${status}, named on ${parent}`] : [],
    )
    return { looked: `${asked.length} links`, faults }
  },
}
