import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MenuTargets } from '@/lib/menus/menu-targets'
import { Patterns } from '@/lib/redirects/patterns'
import { frameFor } from '@/lib/site/frame'
import { parseSettings } from '@/lib/site/settings'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { ArchivePage } from './archive-page'

const unmade = { redirectPatterns: new Patterns([]), menuTargets: new MenuTargets() }

const numbers = { categories: new Map<number, number>(), authors: new Map<number, number>() }
const known = { categories: new CategoryTree([]), authors: new Map(), authorsBySlug: new Map(), numbers }

function robotsOf(total: number, leastInArchive?: number): string | undefined {
  const value = leastInArchive === undefined ? {} : { leastInArchive }
  const facts = {
    ...parseSettings([{ key: 'crawlers', value }]),
    ...known,
    unfinishedPictures: new Set<string>(),
    policyPages: [],
    policyPagesIn: new Map(),
    translatedPages: [],
    ...unmade,
  }
  const frame = frameFor(facts, 'https://news.example', new Date('2026-11-22T12:00:00Z'))
  const archive = { articles: [], total, page: 1, pages: 1 }
  const html = renderToStaticMarkup(
    <ArchivePage frame={frame} title="Ferries" description="Ferries" archive={archive} href={() => '/tag/ferries/'} />,
  )
  return /<meta name="robots" content="([^"]*)"/.exec(html)?.[1]
}

test('an archive is left out of indexes while it is empty', () => {
  expect([0, 1].map((total) => robotsOf(total))).toEqual(['noindex, follow', 'max-image-preview:large'])
})

test('with fewer articles than the setting says it is left out as well', () => {
  expect([2, 3].map((total) => robotsOf(total, 3))).toEqual(['noindex, follow', 'max-image-preview:large'])
})
