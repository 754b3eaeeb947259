import {
  Extension,
  InputRule,
  markInputRule,
  nodeInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from '@tiptap/core'
import type { MarkType } from '@tiptap/pm/model'
import { markTypeOf, nodeTypeOf } from '@/components/admin/editor/types'
import type { MarkName } from '@/lib/documents/node-types'
import { linkAddress } from '@/lib/markup/addresses'

/** Text between two signs becomes what the signs say. */
const MARKS: readonly (readonly [MarkName, RegExp])[] = [
  ['bold', /(?:^|[\s(])(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/],
  ['italic', /(?:^|[\s(])(\*(?![\s*])([^*]+)(?<!\s)\*)$/],
  ['italic', /(?:^|[\s(])(_(?!\s)([^_]+)(?<!\s)_)$/],
  ['strike', /(?:^|[\s(])(~~(?!\s)([^~]+)(?<!\s)~~)$/],
  ['code', /(?:^|[\s(])(`([^`]+)`)$/],
]

/** Markdown as it is typed. Each can be undone by the next Backspace. */
export const MarkdownRules = Extension.create({
  name: 'markdownRules',
  addInputRules() {
    const { schema } = this.editor
    const node = (name: Parameters<typeof nodeTypeOf>[1]) => nodeTypeOf(schema, name)
    return [
      textblockTypeInputRule({
        find: /^(#{1,4})\s$/,
        type: node('heading'),
        // The first level is the headline's.
        getAttributes: ([, signs = '']) => ({ level: Math.max(2, signs.length) }),
      }),
      textblockTypeInputRule({ find: /^```\s$/, type: node('codeBlock') }),
      wrappingInputRule({ find: /^[-*+]\s$/, type: node('bulletList') }),
      wrappingInputRule({
        find: /^(\d{1,6})\.\s$/,
        type: node('orderedList'),
        getAttributes: ([, number]) => ({ start: Number(number) === 1 ? null : Number(number) }),
        joinPredicate: (match, list) => list.childCount + (list.attrs.start ?? 1) === Number(match[1]),
      }),
      wrappingInputRule({ find: /^>\s$/, type: node('quote') }),
      nodeInputRule({ find: /^(?:---|—-|\*\*\*)\s$/, type: node('divider') }),
      ...MARKS.map(([name, find]) => markInputRule({ find, type: markTypeOf(schema, name) })),
      linkRule(markTypeOf(schema, 'link')),
    ]
  },
})

/** [words](address): only with an address that a link may have. */
function linkRule(type: MarkType): InputRule {
  return new InputRule({
    find: /(?<!!)\[([^[\]]+)\]\(([^()\s]+)\)$/,
    handler: ({ state, range, match: [, words = '', raw = ''] }) => {
      const href = linkAddress(raw)
      if (href === null) return null
      const text = state.schema.text(words, [type.create({ href })])
      state.tr.replaceWith(range.from, range.to, text).removeStoredMark(type)
    },
  })
}
