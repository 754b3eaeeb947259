import { robotsTxt } from '@/lib/crawlers/robots'
import { securityTxt } from '@/lib/crawlers/security'
import { movedTo } from '@/lib/http/moved'
import { missingAnswer, movedAnswer, textAnswer } from '@/lib/http/text-answer'
import { expiresAt } from '@/lib/page-context'
import { beginFile, type FileStart } from '@/lib/site/page-frame'
import { webManifest } from '@/lib/site/web-manifest'
import { INDEX_PATH } from '@/lib/sitemaps/addresses'

export const dynamic = 'force-dynamic'

type File = { path: string; text: (start: FileStart) => string | null; type?: string }

const SECURITY_PATH = '/.well-known/security.txt'
const linesOf = (lines: string[] | null) => lines && `${lines.join('\n')}\n`

/** By the name that next.config.js sends them here under. */
const FILES: Record<string, File> = {
  'robots.txt': {
    path: '/robots.txt',
    text: ({ facts, siteUrl }) => robotsTxt(facts.crawlers, [siteUrl + INDEX_PATH]),
  },
  'ads.txt': { path: '/ads.txt', text: ({ facts }) => linesOf(facts.crawlers.adsTxt) },
  'humans.txt': { path: '/humans.txt', text: ({ facts }) => linesOf(facts.crawlers.humansTxt) },
  'security.txt': { path: SECURITY_PATH, text: securityText },
  'site.webmanifest': {
    path: '/site.webmanifest',
    text: ({ facts }) => webManifest(facts.site),
    type: 'application/manifest+json',
  },
}

function securityText({ facts, siteUrl, now }: FileStart): string | null {
  const { security } = facts.crawlers
  if (security && security.expiresAt > now) expiresAt(security.expiresAt)
  return securityTxt(security, siteUrl + SECURITY_PATH, now)
}

/** Texts for machines and their owners, as the settings have them. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string[] }> }): Promise<Response> {
  const file = FILES[(await params).name.join('/')]
  if (!file) return missingAnswer()
  const start = await beginFile()
  const text = file.text(start)
  if (text === null) return missingAnswer()
  return movedTo(file.path) ? movedAnswer() : textAnswer(text, file.type ?? 'text/plain')
}
