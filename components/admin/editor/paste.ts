import type { Editor } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { DocumentNode } from '@/lib/documents/document'
import { pastedAddress } from '@/lib/documents/paste-address'
import { linkAddress } from '@/lib/markup/addresses'
import { insert } from './blocks'

/** What the library knows of an image that is to stand in a text. */
export type EditorImage = {
  src: string
  alt: string
  width: number | null
  height: number | null
  credit: string | null
}

/** Where images come from: the library, or files of this device. Null where nothing was chosen or taken. */
export type EditorImages = { choose(): Promise<EditorImage[]>; receive(files: File[]): Promise<EditorImage[]> }

/** True where the paste is dealt with here; what was copied in the editor itself ProseMirror reads. */
export function paste(editor: Editor, event: ClipboardEvent, images: EditorImages | null): boolean {
  const data = event.clipboardData
  if (data === null || editor.isActive('codeBlock')) return false
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  if (html.includes('data-pm-slice=')) return false
  if (isOneAddress(text) && pasteAddress(editor, text.trim())) return true
  if (html !== '') {
    void pasteHtml(editor, html)
    return true
  }
  return receiveFiles(editor, data, images)
}

/** Files that are pasted or dropped; true where they are taken. */
export function receiveFiles(editor: Editor, data: DataTransfer | null, images: EditorImages | null): boolean {
  const files = Array.from(data?.files ?? []).filter(({ type }) => type.startsWith('image/'))
  if (files.length === 0 || images === null) return false
  void images.receive(files).then((received) => insertImages(editor, received))
  return true
}

export function insertImages(editor: Editor, images: readonly EditorImage[]): void {
  if (images.length > 0 && !editor.isDestroyed) insert(editor, ...images.map(imageNode))
}

export function imageNode(image: EditorImage): DocumentNode {
  return { type: 'image', attrs: { ...image } }
}

const isOneAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text.trim())

/** Over selected words an address is their link; on an empty line that of a film, say, is its card. */
function pasteAddress(editor: Editor, address: string): boolean {
  const { selection } = editor.state
  const href = linkAddress(address)
  if (!selection.empty && selection.$from.parent.inlineContent && href !== null) {
    return editor.chain().setMark('link', { href }).run()
  }
  const card = pastedAddress(address)
  if (card === null || selection.$from.parent.content.size > 0) return false
  insert(editor, card)
  return true
}

/** Loaded when it is first needed: the reader of HTML and the sanitiser weigh as much as the editor does. */
async function pasteHtml(editor: Editor, html: string): Promise<void> {
  const { pastedBlocks } = await import('@/lib/documents/paste')
  const blocks = pastedBlocks(html)
  if (blocks.length === 0 || editor.isDestroyed) return
  const content = Fragment.fromJSON(editor.schema, blocks)
  // A line at either end joins the line that it is pasted into.
  const open = (block: DocumentNode | undefined) => (block?.type === 'paragraph' ? 1 : 0)
  const slice = new Slice(content, open(blocks[0]), open(blocks.at(-1)))
  editor.view.dispatch(editor.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true))
}
