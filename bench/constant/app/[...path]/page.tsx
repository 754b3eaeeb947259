import { readFileSync } from 'node:fs'
import { ArticlePage } from '@/components/article/article-page'
import { CommentForm } from '@/components/comments/comment-form'
import { Comments } from '@/components/comments/comments'
import { MenuTargets } from '@/lib/menus/menu-targets'
import { Patterns } from '@/lib/redirects/patterns'
import { frameFor } from '@/lib/site/frame'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { type Constant, reviveConstant } from '../../constant'

export const dynamic = 'force-dynamic'

let constant: Constant | undefined

/** The article that bench/main.ts took from the database, drawn from memory. */
export default async function Page() {
  constant ??= reviveConstant(readFileSync('.cache/bench/constant.json', 'utf8'))
  const { site, article, discussion, previous, next, related } = constant
  const authors = new Map(site.authors.map((author) => [author.id, author]))
  const facts = {
    ...site,
    categories: new CategoryTree(site.categories),
    authors,
    authorsBySlug: new Map(),
    unfinishedPictures: new Set<string>(),
    policyPages: [],
    policyPagesIn: new Map(),
    translatedPages: [],
    redirectPatterns: new Patterns([]),
    menuTargets: new MenuTargets(),
    numbers: { categories: new Map<number, number>(), authors: new Map<number, number>() },
  }
  const frame = frameFor(facts, 'http://localhost', new Date(), article.locale)
  const form = { token: constant.token, parent: null, refused: null }
  return (
    <ArticlePage
      frame={frame}
      article={article}
      page={1}
      previous={previous}
      next={next}
      related={related}
      noIndex={false}
      discussion={
        <>
          <Comments frame={frame} article={article} shown={discussion} />
          <CommentForm frame={frame} article={article} form={form} />
        </>
      }
    />
  )
}
