import { wrk } from '../wrk'
import { atLeast, type Figure, median, none } from './figure'
import { withSite } from './passing-site'

const SECONDS = 5
const ROUNDS = 3
const LEAST_RATIO = 1.15
const ARTICLE = '/oyster-beds-reopen/'

/** Pages that have to be made, by one process and by two, in turn. */
export const twoProcesses = (): Promise<Figure[]> =>
  withSite({ WEB_CONCURRENCY: '1' }, (one) => withSite({ WEB_CONCURRENCY: '2' }, (two) => compare(one.url, two.url)))

async function compare(one: string, two: string): Promise<Figure[]> {
  let errors = 0
  const measure = async (url: string) => {
    const load = await wrk(url + ARTICLE, SECONDS, { 'accept-encoding': 'gzip' }, 'bench/cold.lua')
    errors += load.errors
    return load.perSecond
  }
  for (const url of [one, two]) await measure(url) // warm
  const rates: { one: number; two: number }[] = []
  for (let round = 0; round < ROUNDS; round++) rates.push({ one: await measure(one), two: await measure(two) })
  const [ofOne, ofTwo] = [median(rates.map((rate) => rate.one)), median(rates.map((rate) => rate.two))]
  const unit = `× (${ofOne.toFixed(0)} and ${ofTwo.toFixed(0)} a second)`
  return [atLeast('pages made by two processes', ofTwo / ofOne, LEAST_RATIO, unit), none('errors', errors, 'all')]
}
