import { Fragment } from 'react'
import type { SnippetPart } from '@/lib/search/snippet'

/** A piece of an article's text with what was looked for marked in it. */
export function Snippet({ parts }: { parts: SnippetPart[] }) {
  return parts.map(({ text, hit }, i) => {
    // Parts have no name but their place, and never change it.
    const key = `${i} ${text}`
    return hit ? <mark key={key}>{text}</mark> : <Fragment key={key}>{text}</Fragment>
  })
}
