import { type AnyExtension, Extension } from '@tiptap/core'
import { ListKeymap } from '@tiptap/extension-list'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { EditorWords } from '@/lib/i18n/editor-words'
import { FindInText } from './find-plugin'
import { Footnotes } from './footnotes'
import { MarkdownRules } from './input-rules'
import { Keys } from './keys'
import { marginMarks } from './margin-marks'
import { typeExtensions, type Views } from './nodes'
import { UploadPlaces } from './upload-places'

/** Everything the editor is made of. With no views, as where nothing is drawn, nodes are drawn plainly. */
export function editorExtensions(words: EditorWords, views: Views): AnyExtension[] {
  const listTypes = [{ itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] }]
  return [
    ...typeExtensions(views),
    MarkdownRules,
    Keys,
    ListKeymap.configure({ listTypes }),
    Footnotes,
    UploadPlaces,
    FindInText,
    marginMarks(words),
    placeholder(words.placeholder),
  ]
}

/** In a text that is one empty line. */
function placeholder(says: string): Extension {
  return Extension.create({
    name: 'placeholder',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations({ doc }) {
            const first = doc.firstChild
            if (doc.childCount !== 1 || first?.type.name !== 'paragraph' || first.content.size > 0) return null
            const attributes = { class: 'empty', 'data-placeholder': says }
            return DecorationSet.create(doc, [Decoration.node(0, first.nodeSize, attributes)])
          },
        },
      }),
    ],
  })
}
