import { SOME_PAGE, type View } from '@/lib/counting/view'
import type { PageContext } from '@/lib/page-context'
import type { Rendered } from './render'

/**
 * What is counted when somebody gets this answer: pages that readers read, and nothing else. A card in another site's page is
 * read there, and a feed by a program.
 */
export function viewOf(context: PageContext, { status, headers }: Rendered): View | undefined {
  const isPage = status === 200 && String(headers['content-type'] ?? '').startsWith('text/html')
  return isPage && !context.framed && !context.preview && !context.newsroom ? (context.view ?? SOME_PAGE) : undefined
}
