import type { Editor } from '@tiptap/core'
import type { EditorWords } from '@/lib/i18n/editor-words'
import { BLOCKS, type BlockChoice } from './blocks'

/** The words after a `/` that begins a paragraph: what they are, and where they stand. */
export type Slash = { query: string; from: number; to: number }

export function slashAt({ state }: Editor): Slash | null {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'paragraph') return null
  const before = $from.parent.textBetween(0, $from.parentOffset, '\ufffc', '\ufffc')
  const match = /^\/([^\s/\ufffc]{0,20})$/.exec(before)
  return match === null ? null : { query: match[1] ?? '', from: $from.start(), to: $from.pos }
}

/** What has a word that begins like the query, in the language of whoever writes or in Markdown. */
export function matchingBlocks(query: string, words: EditorWords, mayEditHtml: boolean): BlockChoice[] {
  const wanted = query.toLowerCase()
  return BLOCKS.filter(({ name, sign, editorsOnly }) => {
    if (editorsOnly && !mayEditHtml) return false
    const said = `${words.blocks[name].name} ${name}`.toLowerCase().split(/[\s,]+/)
    return sign === query || said.some((word) => word.startsWith(wanted))
  })
}
