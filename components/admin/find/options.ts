import type { ArticleStatus } from '@/generated/sqlite/enums'
import { articleListPath } from '@/lib/articles/list-view'
import { deskPath } from '@/lib/comments/desk-view'
import type { Found } from '@/lib/desk/find-admin-queries'
import type { FindItem } from '@/lib/desk/find-items'
import type { DeskWords } from '@/lib/i18n/desk-words'
import { foldWord } from '@/lib/search/fold'

export const GROUPS = ['articles', 'comments', 'people', 'pages', 'acts'] as const
type Group = (typeof GROUPS)[number]

/** A line of "Find or do". */
export type Option = {
  key: string
  group: Group
  says: string
  /** A word about it. */
  also?: string
  lang?: string
} & ({ href: string } | { begin: 'ARTICLE' | 'PAGE' })

type Facts = {
  typed: string
  items: FindItem[]
  found: Found | null
  words: DeskWords['find']
  statuses: Record<ArticleStatus, string>
}

/** How many pages are offered before anything is typed. */
const AT_FIRST = 4

/** What is offered for what is typed, group after group. */
export function optionsFor({ typed, items, found, words, statuses }: Facts): Option[] {
  const text = typed.trim()
  const named = items.filter(({ says }) => isCalled(says, text))
  const pages = named.filter((item) => item.group === 'pages')
  const acts = named.filter((item) => item.group === 'acts')
  return [
    ...articlesOf(found, statuses),
    ...(found?.comments ?? []).map(({ id, authorName, text: said, locale }) => ({
      ...{ key: `comment ${id}`, group: 'comments' as const, says: said, also: authorName, lang: locale },
      href: deskPath({ find: `#${id}`, id }),
    })),
    ...(found?.people ?? []).map(({ id, name }) => ({
      ...{ key: `person ${id}`, group: 'people' as const, says: name, href: '/admin/people/' },
    })),
    ...(text ? pages : pages.slice(0, AT_FIRST)).map(({ says, href }) => ({
      ...{ key: `page ${href}`, group: 'pages' as const, says, href },
    })),
    ...acts.map(({ says, begin }) => ({ key: `begin ${begin}`, group: 'acts' as const, says, begin })),
    ...(text
      ? [
          {
            ...{ key: 'search', group: 'acts' as const, says: words.searchArticles(text) },
            href: articleListPath({ words: text }),
          },
        ]
      : []),
  ]
}

function articlesOf(found: Found | null, statuses: Facts['statuses']): Option[] {
  return (found?.articles ?? []).map(({ id, headline, locale, status }) => ({
    ...{ key: `article ${id}`, group: 'articles', says: headline, also: statuses[status], lang: locale },
    href: `/admin/articles/${id}/`,
  }))
}

/** True where each word that was typed begins a word of the name. */
function isCalled(name: string, typed: string): boolean {
  const names = name.split(/\s+/).map(foldWord)
  return typed.split(/\s+/).every((word) => names.some((part) => part.startsWith(foldWord(word))))
}
