import type { CrawlerSettings } from './settings'

/**
 * Bots that gather texts for language models or answer with them, as their makers name them, November 2026. Bots that a
 * reader sends for one page (ChatGPT-User, Claude-User …) are readers.
 */
export const AI_BOTS = [
  'AI2Bot',
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-training-data-crawler',
  'Diffbot',
  'Google-Extended',
  'GPTBot',
  'ImagesiftBot',
  'meta-externalagent',
  'omgili',
  'PanguBot',
  'PerplexityBot',
  'Timpibot',
]

/** Nothing there is for anybody who is not signed in. */
const NEVER = ['/admin/', '/login/']

type Group = { names: readonly string[]; allow: readonly string[]; disallow: readonly string[] }

/** robots.txt (RFC 9309): a bot follows the one group that names it, so each group says everything. */
export function robotsTxt({ disallow, bots, aiMayRead }: CrawlerSettings, sitemapUrls: string[]): string {
  const usual = [...NEVER, ...disallow]
  const named = new Set(bots.flatMap(({ names }) => names.map((name) => name.toLowerCase())))
  const groups: Group[] = [
    { names: ['*'], allow: [], disallow: usual },
    ...bots.map((rules) => ({ ...rules, disallow: [...NEVER, ...rules.disallow] })),
    {
      names: AI_BOTS.filter((name) => !named.has(name.toLowerCase())),
      allow: [],
      disallow: aiMayRead ? usual : ['/'],
    },
  ]
  return [...groups.map(groupText), ...sitemapUrls.map((url) => `Sitemap: ${url}`), ''].join('\n')
}

function groupText({ names, allow, disallow }: Group): string {
  const lines = [
    ...names.map((name) => `User-agent: ${name}`),
    ...allow.map((path) => `Allow: ${path}`),
    ...disallow.map((path) => `Disallow: ${path}`),
  ]
  return lines.map((text) => `${text}\n`).join('')
}
