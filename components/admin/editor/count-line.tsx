'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { countWords, readingMinutes } from '@/lib/articles/reading-time'
import type { ArticleDocument } from '@/lib/documents/document'
import { documentText } from '@/lib/documents/document-text'
import type { EditorWords } from '@/lib/i18n/editor-words'

/** How long the text is, as readers will be told. */
export function CountLine({ editor, words, locale }: { editor: Editor; words: EditorWords; locale: string }) {
  const count = useEditorState({ editor, selector: ({ editor: { state } }) => wordsIn(state.doc) })
  return <span>{words.count(count, readingMinutes(count, locale))}</span>
}

const counts = new WeakMap<object, number>()

/** Counted once for each state of the text, however often it is asked for. */
function wordsIn(doc: Editor['state']['doc']): number {
  const known = counts.get(doc)
  if (known !== undefined) return known
  const count = countWords(documentText(doc.toJSON() as ArticleDocument))
  counts.set(doc, count)
  return count
}
