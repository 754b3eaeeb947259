import { isBot } from 'isbot'

export type AgentKind = 'reader' | 'search' | 'ai' | 'bot'
export type Device = 'phone' | 'tablet' | 'computer' | 'other'
/** What a request says of the program that sent it. */
export type Agent = { kind: AgentKind; name: string; device: Device }

type Named = { name: string; kind: 'search' | 'ai'; source: string; marks?: readonly string[] }

const GOOGLE = 'https://developers.google.com/crawling/docs/crawlers-fetchers/overview-google-crawlers'
const OPENAI = 'https://platform.openai.com/docs/bots'
const ANTHROPIC = 'https://support.anthropic.com/en/articles/8896518'
const META = 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers'
const PERPLEXITY = 'https://docs.perplexity.ai/guides/bots'

/**
 * Bots by the name that their makers give them, and where those say so. The name is all that is asked: whoever calls itself so
 * is counted so, because looking every address up would tell a name server who reads. Those of one maker stand in the order in
 * which they have to be asked for.
 */
export const NAMED_BOTS: readonly Named[] = [
  { name: 'GoogleOther', kind: 'ai', source: GOOGLE },
  { name: 'Google-CloudVertexBot', kind: 'ai', source: GOOGLE },
  { name: 'Google-NotebookLM', kind: 'ai', source: GOOGLE },
  { name: 'Googlebot', kind: 'search', source: GOOGLE },
  { name: 'Google-InspectionTool', kind: 'search', source: GOOGLE },
  { name: 'Storebot-Google', kind: 'search', source: GOOGLE },
  { name: 'Bingbot', kind: 'search', source: 'https://www.bing.com/webmasters/help/8c184ec0' },
  { name: 'MicrosoftPreview', kind: 'search', source: 'https://www.bing.com/webmasters/help/8c184ec0' },
  { name: 'DuckAssistBot', kind: 'ai', source: 'https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot/' },
  { name: 'DuckDuckBot', kind: 'search', source: 'https://duckduckgo.com/duckduckgo-help-pages/results/duckduckbot/' },
  { name: 'Applebot', kind: 'search', source: 'https://support.apple.com/en-us/119829' },
  {
    name: 'Yandex',
    kind: 'search',
    source: 'https://yandex.com/support/webmaster/en/robot-workings/user-agent',
    marks: [
      'yandexbot',
      'yandexmobilebot',
      'yandeximages',
      'yandexnews',
      'yandexrenderresourcesbot',
      'yandex.com/bots',
    ],
  },
  { name: 'Baiduspider', kind: 'search', source: 'https://help.baidu.com/question?prod_id=99&class=476&id=2996' },
  {
    name: 'Yahoo Slurp',
    kind: 'search',
    source: 'https://help.yahoo.com/kb/search-for-desktop/SLN22600.html',
    marks: ['yahoo! slurp'],
  },
  { name: 'SeznamBot', kind: 'search', source: 'https://o-seznam.cz/napoveda/vyhledavani/en/seznambot-crawler/' },
  {
    name: 'Naver Yeti',
    kind: 'search',
    source: 'https://searchadvisor.naver.com/guide/seo-basic-firewall',
    marks: ['yeti/'],
  },
  { name: 'Daum', kind: 'search', source: 'https://cs.daum.net/faq/15/4118.html', marks: ['daumoa', 'daum/'] },
  { name: 'Qwantbot', kind: 'search', source: 'https://help.qwant.com/bot/', marks: ['qwantbot', 'qwantify'] },
  { name: 'MojeekBot', kind: 'search', source: 'https://www.mojeek.com/bot.html' },
  { name: 'PetalBot', kind: 'search', source: 'https://webmaster.petalsearch.com/site/petalbot' },
  {
    name: 'Sogou',
    kind: 'search',
    source: 'https://www.sogou.com/docs/help/webmasters.htm',
    marks: ['sogou web spider', 'sogou spider', 'sogou news spider'],
  },
  { name: 'Coc Coc', kind: 'search', source: 'https://help.coccoc.com/en/search-engine', marks: ['coccocbot'] },
  { name: 'Kagibot', kind: 'search', source: 'https://kagi.com/bot' },
  { name: 'GPTBot', kind: 'ai', source: OPENAI },
  { name: 'OAI-SearchBot', kind: 'ai', source: OPENAI },
  { name: 'ChatGPT-User', kind: 'ai', source: OPENAI },
  { name: 'ClaudeBot', kind: 'ai', source: ANTHROPIC },
  { name: 'Claude-User', kind: 'ai', source: ANTHROPIC },
  { name: 'Claude-SearchBot', kind: 'ai', source: ANTHROPIC },
  { name: 'anthropic-ai', kind: 'ai', source: ANTHROPIC, marks: ['anthropic-ai', 'claude-web'] },
  { name: 'PerplexityBot', kind: 'ai', source: PERPLEXITY },
  { name: 'Perplexity-User', kind: 'ai', source: PERPLEXITY },
  { name: 'Meta', kind: 'ai', source: META, marks: ['meta-externalagent', 'meta-externalfetcher', 'facebookbot'] },
  { name: 'Amazonbot', kind: 'ai', source: 'https://developer.amazon.com/amazonbot' },
  {
    name: 'Bytespider',
    kind: 'ai',
    source: 'https://bytespider.bytedance.com/',
    marks: ['bytespider', 'tiktokspider'],
  },
  { name: 'CCBot', kind: 'ai', source: 'https://commoncrawl.org/ccbot' },
  { name: 'MistralAI', kind: 'ai', source: 'https://docs.mistral.ai/robots', marks: ['mistralai-'] },
  { name: 'cohere', kind: 'ai', source: 'https://cohere.com/', marks: ['cohere-ai', 'cohere-training-data-crawler'] },
  { name: 'AI2Bot', kind: 'ai', source: 'https://allenai.org/crawler' },
  { name: 'Diffbot', kind: 'ai', source: 'https://docs.diffbot.com/docs/does-crawl-respect-robotstxt' },
  { name: 'Timpibot', kind: 'ai', source: 'https://timpi.io/' },
  { name: 'ImagesiftBot', kind: 'ai', source: 'https://imagesift.com/about' },
  { name: 'omgili', kind: 'ai', source: 'https://webz.io/bot.html', marks: ['omgili', 'webzio'] },
  { name: 'PanguBot', kind: 'ai', source: 'https://www.huaweicloud.com/' },
  { name: 'YouBot', kind: 'ai', source: 'https://about.you.com/youbot/' },
]

const MARKS = NAMED_BOTS.flatMap((bot) => (bot.marks ?? [bot.name]).map((mark) => [mark.toLowerCase(), bot] as const))

/** Longer ones are made up. */
const LONGEST = 1_000

/** Who sent a request, as it says itself: a program that says nothing is no reader's. */
export function readAgent(userAgent: string): Agent {
  const said = userAgent.slice(0, LONGEST)
  const lower = said.toLowerCase()
  const named = MARKS.find(([mark]) => lower.includes(mark))?.[1]
  if (named) return { kind: named.kind, name: named.name, device: 'other' }
  if (said.trim() === '' || isBot(said)) return { kind: 'bot', name: '', device: 'other' }
  return { kind: 'reader', name: '', device: deviceOf(said) }
}

const TABLET = /iPad|Tablet|PlayBook|Kindle|Silk\/(?!.*Mobile)|Android(?!.*Mobi)/i
const PHONE = /Mobi|iPhone|iPod|Opera Mini|Windows Phone|BlackBerry|KaiOS/i
const NEITHER =
  /SMART-?TV|AppleTV|HbbTV|GoogleTV|BRAVIA|Web0S|Tizen.*TV|\bTV\b|PlayStation|Xbox|Nintendo|CrKey|AFT[A-Z]\w* Build/i
const COMPUTER = /Windows NT|Macintosh|X11|CrOS|Linux/i

function deviceOf(said: string): Device {
  if (NEITHER.test(said)) return 'other'
  if (TABLET.test(said)) return 'tablet'
  if (PHONE.test(said)) return 'phone'
  return COMPUTER.test(said) ? 'computer' : 'other'
}
