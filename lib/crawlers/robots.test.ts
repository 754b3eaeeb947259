import { expect, test } from 'vitest'
import { AI_BOTS, robotsTxt } from './robots'
import { type CrawlerSettings, crawlerSettingsSchema } from './settings'

const SITEMAP = 'https://news.example/sitemap.xml'
const set = (over: Partial<CrawlerSettings> = {}) => crawlerSettingsSchema.parse(over)

/** What the group that names a bot says, as a bot reads it. */
function groupOf(text: string, bot: string): string[] {
  const group = text.split('\n\n').find((lines) => lines.split('\n').includes(`User-agent: ${bot}`))
  return (group ?? '').split('\n').filter((line) => line && !line.startsWith('User-agent'))
}

test('unless something is set every bot may read all but the newsroom, and hears of the sitemap', () => {
  const text = robotsTxt(set(), [SITEMAP])
  expect(groupOf(text, '*')).toEqual(['Disallow: /admin/', 'Disallow: /login/'])
  expect(groupOf(text, 'GPTBot')).toEqual(groupOf(text, '*'))
  expect(text).toContain(`\nSitemap: ${SITEMAP}\n`)
})

test('bots that gather texts for language models can be kept out, and they alone', () => {
  const text = robotsTxt(set({ aiMayRead: false }), [])
  expect(AI_BOTS.map((bot) => groupOf(text, bot))).toEqual(AI_BOTS.map(() => ['Disallow: /']))
  expect(groupOf(text, '*')).not.toContain('Disallow: /')
})

test('a bot with rules of its own follows those, whatever holds for its kind', () => {
  const bots = [{ names: ['GPTbot'], allow: ['/about/'], disallow: ['/category/opinion/'] }]
  const text = robotsTxt(set({ aiMayRead: false, bots }), [])
  expect(groupOf(text, 'GPTbot')).toEqual([
    'Allow: /about/',
    'Disallow: /admin/',
    'Disallow: /login/',
    'Disallow: /category/opinion/',
  ])
  expect(text).not.toContain('User-agent: GPTBot')
})

test.each([{ disallow: ['/a\nAllow: /admin/'] }, { bots: [{ names: ['x\nUser-agent: y'] }] }, { adsTxt: ['a\nb'] }])(
  'planted: what would begin another line is no setting: %o',
  (planted) => {
    expect(crawlerSettingsSchema.safeParse(planted).success).toBe(false)
  },
)
