import { correctionsPath, encodePath } from '@/lib/articles/paths'
import type { ShownItem } from '@/lib/menus/shown-menu'
import type { Frame } from '@/lib/site/frame'
import { policyLinks } from '@/lib/site/policies'
import { PageLinks } from './page-links'

/** How the publication works, and what it has put right: what the columns before it do not lead to. */
export function Standards({ frame, menu }: { frame: Frame; menu: readonly ShownItem[] }) {
  const { facts, words } = frame
  const { footer, policyPages } = facts
  const corrections = { headline: words.correctionsTitle, path: correctionsPath(), locale: frame.locale }
  const own = menu.length ? [] : footer.standards
  const linked = menu.length ? hrefsOf(menu) : [...footer.about, ...own].map(({ path }) => encodePath(path))
  const links = policyLinks([...policyPages, corrections], linked)
  return <PageLinks frame={frame} id="footer-standards" title={words.standards} links={[...own, ...links]} />
}

const hrefsOf = (items: readonly ShownItem[]): string[] =>
  items.flatMap(({ href, below }) => [...(href === null ? [] : [href]), ...hrefsOf(below)])
