import { Agent } from 'node:http'
import { ask } from './ask'
import { all, type Figure, none } from './figure'
import { withSite } from './passing-site'

const REQUESTS = 1_000
const COLD = '/all/page/2/'

/** A thousand readers at once at an address nobody has asked for: they wait for one render. */
export const oneRender = (): Promise<Figure[]> =>
  withSite({ LOG_LEVEL: 'debug' }, async ({ url, log }) => {
    const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
    const sent = Array.from({ length: REQUESTS }, () => ask(url + COLD, { agent }))
    const answers = await Promise.all(sent)
    const renders = log()
      .split('\n')
      .filter((line) => line.includes('"rendered"') && line.includes(`"url":"${COLD}"`)).length
    const bodies = new Set(answers.map(({ body }) => body.toString()))
    return [
      { what: `renders for ${REQUESTS} requests at once`, measured: `${renders}`, limit: '1', isKept: renders === 1 },
      none('errors', answers.filter(({ status }) => status !== 200).length, `${REQUESTS}`),
      all('answers with the same bytes', bodies.size, 1),
    ]
  })
