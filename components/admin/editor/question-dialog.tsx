import type { Editor } from '@tiptap/core'
import type { DocumentNode } from '@/lib/documents/document'
import { editorWordsFor } from '@/lib/i18n/editor-words'
import { uploadWordsFor } from '@/lib/i18n/upload-words'
import type { StoredPicture } from '@/lib/media/upload'
import { AddressDialog } from './address-dialog'
import { insert, type Question } from './blocks'
import { addressNode, pictureNode } from './image-nodes'
import type { TakeFiles } from './use-upload-places'

type Props = { editor: Editor; question: Question; locale: string; take: TakeFiles; close(): void }

/** What is asked before a link, a card or an image can stand in the text. */
export function QuestionDialog({ editor, question, locale, take, close }: Props) {
  const words = editorWordsFor(locale)
  const end = () => {
    close()
    editor.commands.focus()
  }
  const href = question === 'link' ? String(editor.getAttributes('link').href ?? '') : ''
  const set = (address: string) => {
    if (question === 'link') setLink(editor, address)
    else if (question === 'embed') insert(editor, { type: 'embed', attrs: { href: address } })
    else insertImage(addressNode(address))
    end()
  }
  const insertImage = (image: DocumentNode) =>
    insert(editor, question === 'gallery' ? { type: 'gallery', content: [image] } : image)
  const choose = (picture: StoredPicture) => {
    insertImage(pictureNode(picture))
    end()
  }
  const isImage = question === 'image' || question === 'gallery'
  const takeChosen = (files: File[]) => {
    end()
    take(files, { isGallery: question === 'gallery' })
  }
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run()
    end()
  }
  return (
    <AddressDialog
      kind={question === 'gallery' ? 'image' : question}
      words={words}
      initial={href}
      close={end}
      set={set}
      remove={href === '' ? null : remove}
      files={isImage ? { words: uploadWordsFor(locale), locale, take: takeChosen, choose } : null}
    />
  )
}

/** On the selected words, on the link that the cursor is in, or as a text of its own. */
function setLink(editor: Editor, href: string): void {
  const mark = { type: 'link', attrs: { href } }
  if (editor.state.selection.empty && !editor.isActive('link')) {
    editor
      .chain()
      .insertContent([{ type: 'text', text: href, marks: [mark] }])
      .run()
  } else {
    editor.chain().extendMarkRange('link').setMark('link', mark.attrs).run()
  }
}
